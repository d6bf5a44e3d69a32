"""A class as a platform exports it: whose work it is, and where each entry ends."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.records import Submission
from autograder.submissions.intake import read
from autograder.submissions.sources import PLAIN, Found, find

SLUGS = ("first_model", "more_layers")
WORK = """{"cells": [{"cell_type": "code", "source": "grader.check(\\"first_model\\")",
"metadata": {}, "outputs": []}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""
FILE = "_assignsubmission_file"
META = """submission_71:
  :submitters:
  - :name: Ada Lovelace
    :sid: '1001'
    :email: ada@x.org
  :created_at: 2026-11-02 10:00:00 Z
submission_72:
  :submitters:
  - :name: Ben
    :sid:
    :email: ben@x.org
  - :name: Cem
    :sid: '1003'
"""

# Per platform: the names of an export's files, and for each student the file that is graded (""
# where it is refused); then how many entries are set aside.
EXPORTS: dict[str, tuple[list[str], dict[str, str], int]] = {
    "Canvas": (
        [
            "doejane_501_9001_work.ipynb",
            "oneilsean_LATE_502_9002_work-1.ipynb",
            "łuczoë_503_9003_plan.pdf",
            "łuczoë_503_9004_work.ipynb",
            "doejane_504_9005_work.ipynb",
            "leepat_505_text.html",
            "smithbo_506_9006_essay.docx",
        ],
        {
            "doejane_501": "doejane_501_9001_work.ipynb",
            "oneilsean_502": "oneilsean_LATE_502_9002_work-1.ipynb",
            "łuczoë_503": "work.ipynb",
            "doejane_504": "doejane_504_9005_work.ipynb",
            "leepat_505": "",
            "smithbo_506": "",
        },
        0,
    ),
    "Canvas, anonymous": (
        ["anon_a1B2c_9001_work.ipynb", "anon_Zz9_LATE_9002_x.ipynb"],
        {"anon_a1B2c": "anon_a1B2c_9001_work.ipynb", "anon_Zz9": "anon_Zz9_LATE_9002_x.ipynb"},
        0,
    ),
    "Moodle": (
        [
            f"Ada Lovelace_71{FILE}/work.ipynb",
            f"Ben O'Brien_72{FILE}_/work.ipynb",
            "Ben O'Brien_72_assignsubmission_onlinetext/onlinetext.html",
            "Cem_73_assignsubmission_onlinetext_/onlinetext.html",
            f"Participant_74{FILE}_work.ipynb",
            f"Team 1_75{FILE}_work.ipynb",
            f"Team 1_75{FILE}_tools.py",
        ],
        {
            "Ada Lovelace_71": "work.ipynb",
            "Ben O'Brien_72": "work.ipynb",
            "Cem_73": "",
            "Participant_74": f"Participant_74{FILE}_work.ipynb",
            "Team 1_75": "work.ipynb tools.py",
        },
        0,
    ),
    "Gradescope": (
        ["submission_metadata.yml", "submission_71/work.ipynb", "submission_72/a.ipynb"],
        {"1001": "work.ipynb", "ben@x.org, 1003": "a.ipynb"},
        1,
    ),
    "nbgrader's exchange": (
        [
            "ada+lab+2026-11-01 10:00:00 UTC+r4nd/work.ipynb",
            "ada+lab+2026-11-02 09:00:00 UTC+0ther/work.ipynb",
            "ben+lab+2026-11-01 10:00:00.5 UTC/work.ipynb",
        ],
        {"ada": "work.ipynb", "ben": "work.ipynb"},
        1,
    ),
    "Blackboard": (
        [
            "Lab 1_ada_attempt_2026-11-01-10-00-00.txt",
            "Lab 1_ada_attempt_2026-11-01-10-00-00_work.ipynb",
            "Lab 1_ada_attempt_2026-11-02-10-00-00.txt",
            "Lab 1_ada_attempt_2026-11-02-10-00-00_late work.ipynb",
            "Lab 1_ben_attempt_2026-11-01-10-00-00.txt",
        ],
        {"ada": "late work.ipynb", "ben": ""},
        2,
    ),
    "Brightspace": (
        [
            "index.html",
            "101-202 - Ada Lovelace - Nov 2, 2026 1012 PM/work.ipynb",
            "101-202 - Ada Lovelace - Nov 10, 2026 912 AM/work.ipynb",
            "102-202 - Jo Ann - Smith - Nov 2, 2026 1012 PM/work.ipynb",
            "103-202 - Cem - Nov 2, 2026 1012 PM - work.ipynb",
        ],
        {
            "Ada Lovelace_101": "work.ipynb",
            "Jo Ann - Smith_102": "work.ipynb",
            "Cem_103": "103-202 - Cem - Nov 2, 2026 1012 PM - work.ipynb",
        },
        2,
    ),
    "ILIAS": (
        [
            "Lab/Abgaben/Lovelace_Ada_alove_301/work.ipynb",
            "Lab/Abgaben/Brien_Ben_bbrien_302/essay.odt",
            "Lab/status.xlsx",
        ],
        {"Lovelace_Ada_alove_301": "work.ipynb", "Brien_Ben_bbrien_302": ""},
        1,
    ),
    "Google Classroom": (
        [
            "Ada Lovelace - Lab 1.ipynb",
            "Ben - Lab 1.ipynb",
            "Ben - Lab 1 (1).ipynb",
            "Cem - notes.pdf",
        ],
        {"Ada Lovelace": "Ada Lovelace - Lab 1.ipynb", "Ben": "Lab 1 (1).ipynb", "Cem": ""},
        0,
    ),
    "GitHub Classroom": (
        [
            "lab-1-ada/.git/HEAD",
            "lab-1-ada/work.ipynb",
            "lab-1-ben-b/.git/HEAD",
            "lab-1-ben-b/README.md",
        ],
        {"ada": "work.ipynb", "ben-b": ""},
        0,
    ),
    PLAIN: (
        [
            "ada.ipynb",
            "ada (1).ipynb",
            "ben/work.ipynb",
            "ben/other.ipynb",
            "cem.pdf",
            "dora.rar",
            "eve/report.html",
            "setup.py",
            "grades.csv",
            "__MACOSX/ada.ipynb",
            ".DS_Store",
        ],
        {
            "ada": "ada (1).ipynb",
            "ben": "work.ipynb",
            "cem": "",
            "dora": "",
            "eve": "",
        },
        5,
    ),
}
NBGRADER = ["submitted/ada/lab/work.ipynb", "submitted/ben/lab/essay.pdf", "gradebook.db"]


def write(folder: Path, names: Sequence[str]) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = META if name.endswith(".yml") else WORK if name.endswith("ipynb") else "x"
        path.write_text(text.replace("first_model", "other") if "other" in name else text, "utf-8")
    return folder


def packed(path: Path, names: Sequence[str]) -> Path:
    folder = write(path.parent / "to_pack", names)
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.write(folder / name, name)
    return path


def graded(found: Found) -> dict[str, str]:
    """The names of the files that count, by student; "" where there is a reason against it."""
    return {
        source.student: " ".join(file.name for file in source.files)
        if isinstance(read(source, SLUGS), Submission)
        else ""
        for source in found.sources
    }


def ends(found: Found) -> Counter[Path]:
    return Counter(
        [entry for source in found.sources for entry in source.entries]
        + [aside.path for aside in found.aside]
    )


@pytest.mark.parametrize("platform", EXPORTS)
@pytest.mark.parametrize("how", ["folder", "one level up", "zip", "zip of a folder"])
def test_an_export_is_recognised(platform: str, how: str, tmp_path: Path) -> None:
    """Each person is one, each gets the latest file that holds the assignment, nobody is lost."""
    names, students, aside = EXPORTS[platform]
    if how == "folder":
        path = write(tmp_path / "class", names)
    elif how == "one level up":
        path = write(tmp_path / "up" / "class", names).parent
    else:
        top = "" if how == "zip" else "class/"
        path = packed(tmp_path / "class.zip", [f"{top}{name}" for name in names])
    found = find([path], SLUGS, tmp_path / "workspace")
    assert found.layouts == {path: platform}
    assert graded(found) == students
    assert len(found.aside) == aside


@pytest.mark.parametrize("platform", EXPORTS)
def test_every_entry_ends_in_one_place(platform: str, tmp_path: Path) -> None:
    """What is in an export's folder belongs to one student, or is set aside, and never both."""
    path = write(tmp_path / "class", EXPORTS[platform][0])
    found = find([path], SLUGS, tmp_path / "workspace")
    assert set(ends(found).values()) == {1}
    if platform != "ILIAS":  # whose folders lie deeper
        assert set(ends(found)) == set(path.iterdir())


@pytest.mark.parametrize("up", [False, True])
def test_a_course_of_nbgrader_is_read_where_work_is_handed_in(up: bool, tmp_path: Path) -> None:
    """Its `submitted/` is the class, whether it is named or the course that holds it."""
    course = write(tmp_path / "course", NBGRADER)
    found = find([course if up else course / "submitted"], SLUGS, tmp_path / "workspace")
    assert graded(found) == {"ada": "work.ipynb", "ben": ""}
    assert len(found.aside) == up


def test_a_zip_that_a_student_packed_keeps_its_name(tmp_path: Path) -> None:
    """A single file that is called as an export's would be is no class."""
    path = packed(tmp_path / "ada.zip", ["lab_1_2_final.ipynb"])
    found = find([path], SLUGS, tmp_path / "workspace")
    assert graded(found) == {"ada": "lab_1_2_final.ipynb"}


def test_a_start_folder_is_one_student(tmp_path: Path) -> None:
    """The folder that a student began with is theirs, whatever else lies in it."""
    names = ["course.toml", "fashion.ipynb", "pyproject.toml", "tests/q.py", "autograder/x.py"]
    found = find([write(tmp_path / "ada", names)], SLUGS, tmp_path / "workspace")
    assert graded(found) == {"ada": "fashion.ipynb"}


def test_of_several_zips_of_otter_the_last_counts(tmp_path: Path) -> None:
    """Otter names what it packs by the moment."""
    names = [f"lab_2026_11_{day:02}T10_00_00_000001.zip" for day in (9, 10)]
    write(tmp_path / "class" / "ada", names)
    write(tmp_path / "class", ["ben.ipynb"])
    found = find([tmp_path / "class"], SLUGS, tmp_path / "workspace")
    (ada,) = [source for source in found.sources if source.student == "ada"]
    assert [file.name for file in ada.files] == [names[1]]


words = st.text("abÜé' -,", min_size=1, max_size=6).map(str.strip).filter(bool)
numbers = st.integers(1, 99)
KINDS = ("ipynb", "py", "zip", "pdf", "html", "rar", "csv", "txt", "")
entry_names = st.one_of(
    st.builds("{}_{}_{}_{}.{}".format, words, numbers, numbers, words, st.sampled_from(KINDS)),
    st.builds("{}_{}_assignsubmission_file/{}.ipynb".format, words, numbers, words),
    st.builds("{} - {}.{}".format, words, words, st.sampled_from(KINDS)),
    st.builds("{}/{}.{}".format, words, words, st.sampled_from(KINDS)),
    st.builds("L_{}_attempt_2026-01-0{}-10-00-00_{}.ipynb".format, words, st.integers(1, 9), words),
    st.builds(".{}".format, words),
    st.builds("{}.{}".format, words, st.sampled_from(KINDS)),
)


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(entry_names, min_size=2, max_size=9, unique=True))
def test_nobody_is_lost_in_any_folder(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    """However entries are named and mixed, each ends in one place, under a name of its own."""
    folder = tmp_path_factory.mktemp("class")
    # Beside these, so that the folder is the class.
    write(folder, ["zoe.ipynb", "yan.ipynb"])
    for name in names:
        try:
            write(folder, [name])
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            continue
    found = find([folder], SLUGS, tmp_path_factory.mktemp("workspace"))
    assert ends(found) == Counter(folder.iterdir())
    students = [source.student.casefold() for source in found.sources]
    assert len(set(students)) == len(students)


@pytest.mark.parametrize(
    ("platform", "student", "earlier"),
    [
        ("Blackboard", "ada", [["Lab 1_ada_attempt_2026-11-01-10-00-00_work.ipynb"]]),
        ("Brightspace", "Ada Lovelace_101", [["work.ipynb"]]),
    ],
)
def test_earlier_attempts_are_the_students(
    platform: str, student: str, earlier: list[list[str]], tmp_path: Path
) -> None:
    """What is set aside since a later attempt counts comes with that one, in its order."""
    path = write(tmp_path / "class", EXPORTS[platform][0])
    found = find([path], SLUGS, tmp_path / "workspace")
    (source,) = (one for one in found.sources if one.student == student)
    names = [[file.name for file in one.files] for one in source.earlier]
    assert [[name.rpartition("_")[2] for name in own] for own in names] == [
        [name.rpartition("_")[2] for name in own] for own in earlier
    ]


def test_copies_before_the_last_are_earlier_attempts(tmp_path: Path) -> None:
    """The tenth copy comes after the second, as its number says."""
    names = ["ada.ipynb", "ada (2).ipynb", "ada (10).ipynb", "ada (1).ipynb"]
    path = write(tmp_path / "class", [*names, "ben.ipynb"])
    found = find([path], SLUGS, tmp_path / "workspace")
    ada = next(one for one in found.sources if one.student == "ada")
    assert ada.path.name == "ada (10).ipynb"
    assert [one.path.name for one in ada.earlier] == ["ada.ipynb", "ada (1).ipynb", "ada (2).ipynb"]


ATTEMPT = "attempt_2026-11-01-10-00-00"


@pytest.mark.parametrize(
    ("platform", "names", "students"),
    [
        (
            "Moodle",
            [f"Ada_71{FILE}_work.py", f"Mal Moe_73{FILE}_Bob B_72{FILE}_work.py"],
            ["Ada_71", "Mal Moe_73"],
        ),
        (
            "Blackboard",
            [
                f"Lab_ada_{ATTEMPT}_w.py",
                f"Lab_bob_{ATTEMPT}_w.py",
                f"Lab_mal_{ATTEMPT}_x_bob_attempt_2026-12-01-10-00-00_w.py",
            ],
            ["ada", "bob", "mal"],
        ),
        (
            "Brightspace",
            [
                "71-2 - Ada - Nov 2, 2026 1012 PM - w.py",
                "73-2 - Mal - Nov 2, 2026 1012 PM - 71-2 - Ada - Nov 9, 2026 1012 PM - w.py",
            ],
            ["Ada_71", "Mal_73"],
        ),
        (
            "Canvas",
            ["ada_71_9001_w.py", "mal_73_9002_ada_71_9003_w.py", "LATE_74_9004_text.html"],
            ["LATE_74", "ada_71", "mal_73"],
        ),
    ],
)
def test_a_file_is_whose_the_platform_says_whatever_it_is_called(
    platform: str, names: list[str], students: list[str], tmp_path: Path
) -> None:
    """Nobody hands in for somebody else by the name of a file, which is theirs to choose."""
    path = write(tmp_path / "class", names)
    found = find([path], SLUGS, tmp_path / "workspace")
    assert found.layouts == {path: platform}
    assert sorted(source.student for source in found.sources) == students


@pytest.mark.parametrize(
    "called",
    [f"x_1{FILE}_{{}}.py", f"x_ada_{ATTEMPT}_{{}}.py", "a+b+2026-11-01 10-00-00+{}.py"],
)
def test_many_files_of_one_student_change_nobody_elses_layout(called: str, tmp_path: Path) -> None:
    """A class is read as its platform's though most of its files are called as another's."""
    own = [f"mal_73_900{count}_{called.format(count)}" for count in range(3, 9)]
    path = write(tmp_path / "class", ["ada_71_9001_w.py", "bob_72_9002_w.py", *own])
    found = find([path], SLUGS, tmp_path / "workspace")
    assert found.layouts == {path: "Canvas"}
    assert [source.student for source in found.sources] == ["ada_71", "bob_72", "mal_73"]


NINE = ", ".join(["*{0}"] * 9)
HOSTILE_METADATA = {
    "deep": "[" * 100_000,
    "aliases of aliases": "a: &a [1]\n"
    + "".join(f"{n}: &{n} [{NINE.format(o)}]\n" for o, n in pairwise("abcdefghij"))
    + "submission_71:\n  :submitters:\n  - :sid: *j\n",
    "merged": "a: &a {x: 1}\n"
    + "".join(f"{n}: &{n} {{<<: [*{o}, *{o}], {n}: 1}}\n" for o, n in pairwise(ascii_lowercase)),
    "a number without end": f"submission_71:\n  :submitters:\n  - :sid: 0x{'f' * 9_000}\n",
}


@pytest.mark.parametrize("text", HOSTILE_METADATA.values(), ids=list(HOSTILE_METADATA))
def test_metadata_may_be_a_students(text: str, tmp_path: Path) -> None:
    """What would end the command or take gigabytes says nothing, and folders go by their names."""
    write(tmp_path / "in", ["submission_71/work.ipynb"])
    (tmp_path / "in" / "submission_metadata.yml").write_text(text, "utf-8")
    (source,) = find([tmp_path / "in"], SLUGS, tmp_path / "w").sources
    assert (source.student, source.files[0].name) == ("submission_71", "work.ipynb")
