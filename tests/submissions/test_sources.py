"""Paths named on the command line into the sources of submissions."""

from __future__ import annotations

import errno
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submissions.chosen_files import MAX_NAME_CHARACTERS, imported_beside
from autograder.submissions.intake import MAX_BYTES
from autograder.submissions.sources import SAFE_SIGNS, Source, find, safe_name, told_apart
from autograder.wire.errors import UsageError
from autograder.wire.messages import message
from tests.hostile import assert_in_proportion

SLUGS = ("first_model", "more_layers")


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def pack(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return path


def found(*paths: Path) -> dict[str, Source]:
    workspace = paths[0].parent / "workspace"
    sources = find(paths, SLUGS, workspace).sources
    assert len({source.student for source in sources}) == len(sources)
    return {source.student: source for source in sources}


def test_named_file_is_one_submission(tmp_path: Path) -> None:
    """A file is its student's, named like the file, whatever its kind; it is not opened."""
    touch(tmp_path / "ana.ipynb", tmp_path / "ben.py", tmp_path / "cem.txt")
    sources = found(*(tmp_path / name for name in ("ana.ipynb", "ben.py", "cem.txt")))
    assert list(sources) == ["ana", "ben", "cem"]
    assert sources["ana"].files == (tmp_path / "ana.ipynb",)


def test_same_path_counts_once(tmp_path: Path) -> None:
    """A path named twice is one submission."""
    touch(tmp_path / "ana.ipynb")
    assert len(find([tmp_path / "ana.ipynb"] * 2, SLUGS, tmp_path / "w").sources) == 1


def test_folder_holds_a_submission_an_entry(tmp_path: Path) -> None:
    """Files, zips and sub-folders are each one student's; hidden, junk and data files are not."""
    touch(
        tmp_path / "in" / "ana.ipynb",
        tmp_path / "in" / "ben.PY",
        tmp_path / "in" / "cem.zip",
        tmp_path / "in" / "Dora Ü" / "work.ipynb",
        tmp_path / "in" / "eve" / "inner" / "work.ipynb",
        tmp_path / "in" / "grades.csv",
        tmp_path / "in" / ".hidden.ipynb",
        tmp_path / "in" / ".ipynb_checkpoints" / "ana-checkpoint.ipynb",
        tmp_path / "in" / "__MACOSX" / "ana.ipynb",
        tmp_path / "in" / "eve" / ".ipynb_checkpoints" / "work.ipynb",
        tmp_path / "in" / "eve" / "inner" / "data.csv",
    )
    sources = found(tmp_path / "in")
    assert sorted(sources) == ["Dora Ü", "ana", "ben", "cem", "eve"]
    assert sources["eve"].files == (tmp_path / "in" / "eve" / "inner" / "work.ipynb",)
    assert sources["eve"].path == tmp_path / "in" / "eve"
    assert not any(source.reason for source in sources.values())


def test_sub_folder_with_a_zip(tmp_path: Path) -> None:
    """Where a student's folder holds a zip alone, it is the work; beside a notebook it is data."""
    touch(tmp_path / "in" / "ana" / "work.zip", tmp_path / "in" / "ben" / "data.zip")
    touch(tmp_path / "in" / "ben" / "work.ipynb")
    sources = found(tmp_path / "in")
    assert sources["ana"].files[0].name == "work.zip"
    assert sources["ben"].files[0].name == "work.ipynb"


def test_several_files_of_one_student_are_refused_by_name(tmp_path: Path) -> None:
    """A student's folder with two notebooks is refused and both are named."""
    touch(tmp_path / "in" / "ana" / "a.ipynb", tmp_path / "in" / "ana" / "b.ipynb")
    reason = found(tmp_path / "in")["ana"].reason
    assert reason == message("file.several", count=2, names="'a.ipynb', 'b.ipynb'")
    touch(*(tmp_path / "in" / "ana" / f"{n}.ipynb" for n in range(9)))
    names = "'0.ipynb', '1.ipynb', '2.ipynb', '3.ipynb', '4.ipynb', ..."
    many = message("file.several", count=11, names=names)
    assert found(tmp_path / "in")["ana"].reason == many


def test_scripts_beside_the_work_belong_to_it(tmp_path: Path) -> None:
    """What a notebook, or scripts named like exercises, have beside them is theirs to import."""
    ana, ben, cem = (tmp_path / "in" / name for name in ("ana", "ben", "cem"))
    touch(ana / "a.py", ana / "work.ipynb", ben / "first_model.py", ben / "tools.py")
    touch(cem / "tools.py", cem / "main.py")
    sources = found(tmp_path / "in")
    assert [file.name for file in sources["ana"].files] == ["work.ipynb", "a.py"]
    assert [file.name for file in sources["ben"].files] == ["first_model.py", "tools.py"]
    assert sources["cem"].reason == message("file.several", count=2, names="'main.py', 'tools.py'")


@pytest.mark.parametrize(
    ("text", "students"),
    [
        ("from tools import *", ["ana"]),
        ("import tools", ["ana"]),
        ("import tool", ["tools", "work"]),
    ],
)
def test_a_zip_with_what_its_notebook_imports_is_one_submission(
    text: str, students: list[str], tmp_path: Path
) -> None:
    """A script in a zip is another student's, unless the one notebook there imports it."""
    path = tmp_path / "ana.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("work.ipynb", f'{{"cells": ["{text}\\n"]}}')
        file.writestr("tools.py", "x = 1")
    assert sorted(found(path)) == students


def test_sub_folder_without_work_is_refused(tmp_path: Path) -> None:
    """A student's folder without notebook is a submission that is refused, not one forgotten."""
    touch(tmp_path / "in" / "ana" / "essay.docx")
    assert found(tmp_path / "in")["ana"].reason == message("file.none")


def test_one_script_an_exercise_is_one_submission(tmp_path: Path) -> None:
    """Files that are all named like exercises belong together, in the named folder or below."""
    scripts = ("first_model.py", "more_layers.py")
    touch(*(tmp_path / "in" / name for name in scripts), tmp_path / "in" / "book.ipynb")
    touch(*(tmp_path / "in" / "ana" / name for name in scripts))
    sources = found(tmp_path / "in")
    assert sorted(sources) == ["ana", "book", "in"]
    assert [file.name for file in sources["in"].files] == list(scripts)
    assert [file.name for file in sources["ana"].files] == list(scripts)


def test_other_scripts_are_one_submission_each(tmp_path: Path) -> None:
    """One file that is not named like an exercise makes each file a student's."""
    touch(tmp_path / "in" / "first_model.py", tmp_path / "in" / "ana.py")
    assert sorted(found(tmp_path / "in")) == ["ana", "first_model"]


def test_missing_and_empty_paths_are_usage_errors(tmp_path: Path) -> None:
    """A wrong path stops the command with a sentence that names it."""
    with pytest.raises(UsageError, match=r"no file or folder '.*nowhere'; check the path"):
        found(tmp_path / "nowhere")
    (tmp_path / "empty").mkdir()
    touch(tmp_path / "empty" / "grades.csv")
    with pytest.raises(UsageError, match=r"no notebook, .py file, zip or folder in '.*empty'"):
        found(tmp_path / "empty")
    touch(tmp_path / "file")
    with pytest.raises(UsageError, match=r"cannot be opened"):
        found(tmp_path / "file" / "below")


def test_an_empty_folder_among_others_is_refused_alone(tmp_path: Path) -> None:
    """The work beside it is graded, and the folder has a row that says why it has no grade."""
    (tmp_path / "ana").mkdir()
    touch(tmp_path / "ben.ipynb")
    sources = find(
        [tmp_path / "ana", tmp_path / "ben.ipynb"], SLUGS, tmp_path / "workspace"
    ).sources
    assert [(one.student, one.reason) for one in sources] == [
        ("ana", message("file.none")),
        ("ben", None),
    ]


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A link in a folder is a source of its own, for `read` to refuse; what it leads to is not."""
    touch(tmp_path / "secret" / "work.ipynb", tmp_path / "in" / "ana" / "data.csv")
    (tmp_path / "in" / "ben").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "cem.ipynb").symlink_to(tmp_path / "secret" / "work.ipynb")
    (tmp_path / "in" / "ana" / "inner").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "notes.csv").symlink_to("nowhere")
    sources = found(tmp_path / "in")
    assert sources["ben"].files == (tmp_path / "in" / "ben",)
    assert sources["cem"].files == (tmp_path / "in" / "cem.ipynb",)
    assert sources["ana"].reason == message("file.none")
    assert sorted(sources) == ["ana", "ben", "cem"]


def test_zip_of_one_submission_is_named_like_the_zip(tmp_path: Path) -> None:
    """A zip with one notebook is that student's, also within folders that only wrap it."""
    flat = pack(tmp_path / "ana.zip", "work.ipynb", "figures/a.png", "__MACOSX/work.ipynb")
    deep = pack(tmp_path / "ben.zip", "home/ben/work.ipynb")
    scripts = pack(tmp_path / "cem.zip", "cem/first_model.py", "cem/more_layers.py")
    sources = found(flat, deep, scripts)
    assert [len(source.files) for source in sources.values()] == [1, 1, 2]
    assert sources["ana"].path == flat
    assert sources["ben"].files[0].is_relative_to(tmp_path / "workspace")


def test_zip_of_a_class_stands_for_a_folder(tmp_path: Path) -> None:
    """A zip with several submissions, as a learning platform exports it, is read like a folder."""
    path = pack(tmp_path / "export.zip", "class/ana/a.ipynb", "class/ben.ipynb", "class/c/x.txt")
    assert sorted(found(path)) == ["ana", "ben", "c"]


def test_bad_zip_is_one_refused_submission(tmp_path: Path) -> None:
    """A zip that cannot be unpacked, or holds nothing, costs that submission only."""
    touch(tmp_path / "ana.zip")
    sources = found(tmp_path / "ana.zip", pack(tmp_path / "ben.zip", "a.txt"))
    damaged = message("zip.perhaps_a_class", reason=message("zip.damaged"))
    assert sources["ana"].reason == damaged
    assert sources["ben"].reason == message("file.none")


def test_same_name_twice_is_told_apart(tmp_path: Path) -> None:
    """Nothing is lost or overwritten: the second of a name gets a number and a note."""
    touch(tmp_path / "a" / "Ana.ipynb", tmp_path / "b" / "ana.ipynb", tmp_path / "c" / "ana-2.py")
    sources = find([tmp_path / name for name in "abc"], SLUGS, tmp_path / "w").sources
    assert [source.student for source in sources] == ["Ana", "ana-2", "ana-2-2"]
    assert [note.message for note in sources[1].notes] == [
        message("file.same_name", plain="ana", name="ana-2")
    ]


def test_long_names_stay_apart_and_short(tmp_path: Path) -> None:
    """Names cut to the same beginning get numbers within the allowed length."""
    touch(*(tmp_path / "in" / f"{'x' * 100}{n}.py" for n in range(12)))
    names = list(found(tmp_path / "in"))
    assert names[-1] == "x" * 77 + "-12"
    assert {len(name) for name in names} == {MAX_NAME_CHARACTERS}


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Jane Doe_12", "Jane Doe_12"),
        ("Zoë Łuç 王", "Zoë Łuç 王"),
        ("हिन्दी", "हिन्दी"),
        ("e\u0301", "é"),
        ("O'Neil, Zoë (MSc)", "O'Neil, Zoë (MSc)"),
        ("ada+keras@x.edu", "ada+keras@x.edu"),
        ("a/b\\c:d", "a_b_c_d"),
        ("../../etc", "_.._etc"),
        (".bashrc", "bashrc"),
        (" . .x. ", "x"),
        ("a\x1b[31m\n", "a__31m_"),
        ("<script>", "_script_"),
        ("\udcff", "_"),
        ("...", "student"),
        ("", "student"),
    ],
)
def test_names_are_safe_as_files(name: str, safe: str) -> None:
    """Letters of any script stay; so do signs of names; separators and leading dots do not."""
    assert safe_name(name) == safe


@given(st.text(st.characters(exclude_categories=[])))
def test_any_name_is_safe(name: str) -> None:
    """Whatever the name, the result can be the name of a file in one folder, on any system."""
    assert not {*SAFE_SIGNS} & {*'<>:"/\\|?*%'}
    safe = safe_name(name)
    assert 0 < len(safe) <= MAX_NAME_CHARACTERS
    assert len(safe.encode()) <= 200
    assert not safe.startswith(".")
    assert all(unicodedata.category(sign)[0] in "LMN" or sign in SAFE_SIGNS for sign in safe)


def test_a_zip_of_folders_loses_no_student(tmp_path: Path) -> None:
    """A zipped class in which only one folder holds work still has all its students."""
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("class/ada/work.ipynb", "{}")
        archive.writestr("class/bob/readme.txt", "hello")
    found = find([path], (), tmp_path / "workspace").sources
    assert [(source.student, bool(source.reason)) for source in found] == [
        ("ada", False),
        ("bob", True),
    ]


def test_several_files_of_one_student_are_kept_apart_and_named(tmp_path: Path) -> None:
    """A folder with several notebooks is refused as it is, and says which files these are."""
    files = (tmp_path / "in" / "ana" / "a.ipynb", tmp_path / "in" / "ana" / "b.ipynb")
    touch(*files, tmp_path / "in" / "ben.ipynb")
    source = found(tmp_path / "in")["ana"]
    assert source.reason is not None
    assert source.several == files


@pytest.mark.parametrize("layout", ["plain", "Canvas"])
def test_a_file_that_cannot_be_unpacked_costs_nobody_else(layout: str, tmp_path: Path) -> None:
    """In a class it is set aside with its reason; alone, or as one student's zip, it is refused."""
    names = ["ada.py", "bea.py"] if layout == "plain" else ["ada_1_91_w.py", "bea_2_92_w.py"]
    with zipfile.ZipFile(tmp_path / "class.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mal_3_93_zeros.bin", bytes(40 * 2**20))
        for name in names:
            archive.writestr(name, "x = 1")
        archive.writestr("mal_3_94_..\\..\\x.py", "x = 1")
    found = find([tmp_path / "class.zip"], SLUGS, tmp_path / "workspace")
    assert [source.path.name for source in found.sources] == names
    assert not any(source.reason for source in found.sources)
    assert [aside.path.name for aside in found.aside] == [
        "mal_3_94_..\\..\\x.py",
        "mal_3_93_zeros.bin",
    ]
    assert {aside.reason.name for aside in found.aside} == {"aside.not_unpacked"}
    with zipfile.ZipFile(tmp_path / "ada.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("work.ipynb", "{}")
        archive.writestr("zeros.bin", bytes(40 * 2**20))
    (ada,) = find([tmp_path / "ada.zip"], SLUGS, tmp_path / "workspace").sources
    assert ada.reason is not None
    assert ada.reason.name == "zip.perhaps_a_class"


def test_what_is_too_large_to_be_read_is_not_looked_through(tmp_path: Path) -> None:
    """A huge script beside a notebook is named, to be refused, and takes no memory before."""
    (tmp_path / "work.ipynb").write_text('["import a", "import folder"]', "utf-8")
    (tmp_path / "a.py").write_text("import b\n", "utf-8")
    touch(tmp_path / "b.py", tmp_path / "folder.py" / "x")
    assert imported_beside(tmp_path / "work.ipynb") == (tmp_path / "a.py", tmp_path / "b.py")
    with (tmp_path / "a.py").open("r+b") as file:
        file.truncate(MAX_BYTES + 1)
    assert imported_beside(tmp_path / "work.ipynb") == (tmp_path / "a.py",)


CLOSED = {
    "a folder below a student's": ("eve/inner", "eve/inner/a.ipynb"),
    "a student's folder": ("eve", "eve/a.ipynb"),
    "one file of two": ("eve/b.ipynb", "eve/a.ipynb"),
    "a folder that a platform named": ("Eve E_2_assignsubmission_file",) * 2,
}


@pytest.mark.parametrize(("closed", "file"), CLOSED.values(), ids=list(CLOSED))
def test_what_nobody_may_open_costs_one_student(
    closed: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Students may own what lies there; one who closes it keeps nobody else from being graded."""
    is_platforms = "assignsubmission" in closed
    other = "Ana A_1_assignsubmission_file" if is_platforms else "ana"
    touch(tmp_path / "in" / other / "work.ipynb")
    touch(tmp_path / "in" / file / "work.ipynb" if is_platforms else tmp_path / "in" / file)
    place = tmp_path / "in" / closed
    if place.suffix:
        touch(place)

    def refusing(name: str) -> None:
        allowed = getattr(Path, name)

        def asked(path: Path, *arguments: Any) -> Any:
            # What is in a folder cannot be asked about either.
            if place in path.parents or (path == place and name in ("iterdir", "read_bytes")):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return allowed(path, *arguments)

        monkeypatch.setattr(Path, name, asked)

    for name in ("iterdir", "read_bytes", "exists", "is_dir"):
        refusing(name)
    sources = found(tmp_path / "in")
    eve, ana = sorted(sources, key=lambda name: name.casefold().startswith("ana"))
    assert sources[ana].reason is None
    if not place.suffix:
        denied = message("file.folder_cannot_be_opened", reason="Permission denied")
        assert sources[eve].reason == denied


def test_very_many_of_one_name_are_told_apart_in_proportion() -> None:
    """Nobody tries all the numbers that others of the name have."""

    def tell(count: int) -> None:
        same = [Source(f"{'a' * 90}{place}", Path(), (), Path()) for place in range(count)]
        assert len({source.student for source in told_apart(same)}) == count

    assert_in_proportion(tell, 800)


def test_very_many_copies_are_found_in_proportion(tmp_path: Path) -> None:
    """No file is held against the name of every other one."""

    for count in (200, 1600):
        touch(*(tmp_path / str(count) / f"{place} (1).ipynb" for place in range(count)))

    def copies(count: int) -> None:
        folder = tmp_path / str(count)
        assert len(find([folder], SLUGS, tmp_path / "w").sources) == count

    assert_in_proportion(copies, 1600)
