"""A name into a new exercise: whole or not at all, sound once filled in, and honest until then."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from autograder.commands.new import new_exercise, title_of
from autograder.course import Course, find_course, read_course
from autograder.proofs.selfcheck import STILL_TO_DO, left_to_do
from autograder.wire.errors import UsageError
from tests import tiny
from tests.own_course import SLUGS
from tests.tiny import NAME

ROOT = Path(__file__).parents[2]
SLUG = "drop_some"
FILES = (
    f"assignments/{NAME}/{SLUG}.py",
    f"solutions/{NAME}/{SLUG}.py",
    f"autograder/exercises/{NAME}/{SLUG}.py",
    f"solutions/{NAME}/known/{SLUG}.py",
    f"solutions/{NAME}/known/{SLUG}/a_sum.py",
)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path)


def begin(course: Course, slug: str = SLUG, title: str = "Drop some") -> list[Path]:
    """A new exercise, with its definition in the course's own folder."""
    definition = course.root / "autograder" / "exercises" / NAME / f"{slug}.py"
    return new_exercise(course, NAME, slug, title, definition)


def texts(folder: Path) -> dict[str, str]:
    """Every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes().decode()
        for path in folder.rglob("*")
        if path.is_file()
    }


# ---- what is written ---------------------------------------------------------------------------


def test_files_and_a_line_are_written(course: Course) -> None:
    """The stub, the reference, the definition and known answers are new; the slug is the last."""
    before = texts(course.root)
    paths = begin(course)
    after = texts(course.root)
    assert {str(path.relative_to(course.root)) for path in paths} == set(FILES)
    assert after.keys() - before.keys() == set(FILES)
    assert {name for name, text in before.items() if after[name] != text} == {"course.toml"}
    slugs = read_course(course.root).table.assignments[NAME].exercises
    assert slugs == (*tiny.SLUGS, SLUG)


def test_every_file_says_what_is_left_to_do(course: Course) -> None:
    """Each of the files has at least one marked line, which the self-check lists."""
    assert all(STILL_TO_DO in path.read_text("utf-8") for path in begin(course))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('["one"]', '["one", "drop_some"]'),
        ('[ "one" ]', '[ "one", "drop_some" ]'),
        ('[\n  "one",\n]', '[\n  "one",\n  "drop_some",\n]'),
        ('[\n  "one", # first\n  # none\n]', '[\n  "one", # first\n  # none\n  "drop_some"\n]'),
        ('[\r\n\t"one",\r\n]\r\n# end', '[\r\n\t"one",\r\n\t"drop_some",\r\n]\r\n# end'),
    ],
)
def test_the_course_file_keeps_its_layout(course: Course, before: str, after: str) -> None:
    """Comments, spaces and line ends stay; the list grows by one, in its own manner."""
    name = "first_prediction"
    text = tiny.COURSE.replace('["more_layers", "first_prediction"]', before.replace("one", name))
    other = '\n[assignments.b]  # another\ntitle = "B"\nexercises = [ "one" ]\n'
    path = course.root / "course.toml"
    path.write_bytes((text + other).encode())
    begin(read_course(course.root))
    wanted = tiny.COURSE.replace('["more_layers", "first_prediction"]', after.replace("one", name))
    assert path.read_bytes().decode() == wanted + other
    assert tomllib.loads(path.read_text("utf-8"))["assignments"]["b"]["exercises"] == ["one"]


def test_a_new_name_begins_an_assignment(course: Course) -> None:
    """Its introduction, its package and its table are written too, and the rest stays."""
    before = texts(course.root)
    definition = course.root / "autograder" / "exercises" / "more" / f"{SLUG}.py"
    paths = new_exercise(course, "more", SLUG, "Drop some", definition)
    mine = {name.replace(NAME, "more") for name in FILES}
    mine |= {"assignments/more/introduction.py", "autograder/exercises/more/__init__.py"}
    after = texts(course.root)
    assert {str(path.relative_to(course.root)) for path in paths} == mine
    assert after.keys() - before.keys() == mine
    own = read_course(course.root)
    assert own.table.assignments[NAME] == course.table.assignments[NAME]
    assert own.table.assignments["more"].exercises == (SLUG,)
    assert own.table.assignments["more"].title == "More"
    assert after["course.toml"].startswith(before["course.toml"].rstrip())


def test_the_introduction_is_left_to_do_until_it_is_written(copy: Course) -> None:
    """The first exercise of an assignment says what its introduction lacks."""
    definition = copy.root / "autograder" / "exercises" / "more" / f"{SLUG}.py"
    new_exercise(copy, "more", SLUG, "Drop some", definition)
    course = read_course(copy.root)
    assert "introduction.py, line 5" in left_to_do(course, "more", SLUG)[0]


def test_a_slug_of_another_assignment_is_refused(course: Course) -> None:
    """A slug is one exercise's in the whole course, and the error says whose."""
    with pytest.raises(UsageError, match=f"assignment '{NAME}' has an exercise 'more_layers'"):
        new_exercise(course, "more", "more_layers", "More layers", course.root / "x.py")


@pytest.mark.parametrize("name", ["Two", "2", "a-b", "../x", "", "class", "x" * 41])
def test_an_assignments_name_that_cannot_be_is_refused(course: Course, name: str) -> None:
    """What cannot name a folder and a package is refused, and nothing is written."""
    before = texts(course.root)
    with pytest.raises(UsageError, match="cannot be an assignment's name"):
        new_exercise(course, name, SLUG, "Drop some", course.root / "x.py")
    assert texts(course.root) == before


def test_a_course_file_without_headings_stops_all(course: Course) -> None:
    """Where a table cannot be added, that is said, and nothing is written."""
    table = '{first = {title = "F", exercises = ["more_layers"]}}'
    (course.root / "course.toml").write_text(f'title = "A"\nassignments = {table}\n', "utf-8")
    before, flat = texts(course.root), read_course(course.root)
    with pytest.raises(UsageError, match="heading of its own"):
        new_exercise(flat, "more", "drop_others", "Drop", course.root / "x.py")
    assert texts(course.root) == before


def test_a_title_is_made_from_the_slug() -> None:
    """Without a title of its own an exercise is called after its slug."""
    assert title_of("drop_some_neurons") == "Drop some neurons"


# ---- what is refused ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("Dropout", "cannot be a slug"),
        ("2x", "cannot be a slug"),
        ("a-b", "cannot be a slug"),
        ("../x", "cannot be a slug"),
        ("x\n", "cannot be a slug"),
        ("", "cannot be a slug"),
        ("ü", "cannot be a slug"),
        ("class", "cannot be a slug"),
        ("x" * 41, "cannot be a slug"),
        ("list", "Python's own"),
        ("model", "a name that probes use"),
        ("more_layers", "has an exercise 'more_layers' already"),
        ("build_deeper_model", "'more_layers' asks for 'build_deeper_model' already"),
        ("introduction", r"introduction\.py is there already"),
    ],
)
def test_a_slug_that_cannot_be_is_refused(course: Course, slug: str, words: str) -> None:
    """What is no name, or is taken, is refused in a sentence, and nothing is written."""
    before = texts(course.root)
    with pytest.raises(UsageError, match=words):
        begin(course, slug)
    assert texts(course.root) == before


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", 'a "b"', "a\\", "x" * 81, "\x1b[1m"])
def test_a_title_that_cannot_be_is_refused(course: Course, title: str) -> None:
    """A title that would break the definition or the page is refused, and nothing is written."""
    before = texts(course.root)
    with pytest.raises(UsageError, match="A title is one line"):
        begin(course, title=title)
    assert texts(course.root) == before


@pytest.mark.parametrize("taken", FILES)
def test_a_file_in_the_way_stops_all(course: Course, taken: str) -> None:
    """Where one of the files exists, it stays as it is and no other is written."""
    path = course.root / taken
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine\n", "utf-8")
    before = texts(course.root)
    with pytest.raises(UsageError, match=rf"{Path(taken).stem}\.py is there already"):
        begin(course)
    assert texts(course.root) == before


def test_a_course_file_that_cannot_be_changed_stops_all(course: Course) -> None:
    """Where the line cannot be added, no file remains."""
    path = course.root / "course.toml"
    path.unlink()
    path.mkdir()
    before = texts(course.root)
    with pytest.raises(UsageError, match=r"course\.toml cannot be read"):
        begin(course)
    assert texts(course.root) == before


def test_files_that_cannot_be_written_are_taken_back(course: Course) -> None:
    """Where the last file cannot be written, those before it do not remain."""
    (course.root / "autograder").write_text("no folder", "utf-8")
    before = texts(course.root)
    with pytest.raises(UsageError, match="cannot be written"):
        begin(course)
    assert texts(course.root) == before


def test_another_courses_package_is_not_written_to(course: Course) -> None:
    """Where definitions are looked for outside of the course, that is said, and what to do."""
    before = texts(course.root)
    with pytest.raises(UsageError, match="outside the course"):
        new_exercise(course, NAME, SLUG, "Drop some")
    assert texts(course.root) == before
    assert not (ROOT / FILES[2]).exists()


# ---- in a course -------------------------------------------------------------------------------


def run(course: Course, *arguments: str) -> tuple[int, str]:
    """A module run in the course's folder, whose own package comes first."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=course.root,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> Course:
    """The course at hand, copied."""
    for name in ("assignments", "autograder", "solutions"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("course.toml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    return find_course(tmp_path)


@pytest.mark.parametrize("slug", ["ab", "x" * 40])
@pytest.mark.parametrize("title", ["T", "It's a title of, more or less, " + "x" * 49])
def test_what_is_written_is_clean(copy: Course, slug: str, title: str) -> None:
    """New files pass lint, format and types as they are, however short or long the names."""
    assert run(copy, "autograder", "new", slug, "--assignment", NAME, "--title", title)[0] == 0
    mine = [name.replace(SLUG, slug) for name in FILES]
    assert run(copy, "ruff", "check", *mine) == (0, "All checks passed!\n")
    assert run(copy, "ruff", "format", "--check", *mine) == (0, "5 files already formatted\n")


# What an author writes in the place of the marked lines.
WRONG = {
    "quadruples": "4 * number",
    "squares": "number**2",
    "adds two": "number + 2",
    "text": "2 * str(number)",
}
WHY = 'costs_much="There is no other check."'
RIGHT = {"shifts": "number << 1", "floats": "2.0 * number"}


def fill_in(course: Course) -> None:
    """Does what a new exercise says is left to do."""
    for name in FILES:
        path = course.root / name
        kept = [line for line in path.read_text("utf-8").splitlines() if STILL_TO_DO not in line]
        text = "\n".join(kept) + "\n"
        if "/known/" in name and name.endswith(f"{SLUG}.py"):
            for title, answer in WRONG.items():
                edit = f'swap("2 * number", "{answer}")'
                text += f'known.mistake("{title}", {edit}, fails=["numbers_are_doubled"], {WHY})\n'
            for title, answer in RIGHT.items():
                text += f'known.accepted("{title}", swap("2 * number", "{answer}"))\n'
        path.write_text(text, "utf-8")


@pytest.mark.slow
def test_the_whole_way_of_a_new_exercise(copy: Course) -> None:
    """New, a list of what is left to do; filled in, the exercise proves itself and is built."""
    code, said = run(copy, "autograder", "new", SLUG, "--assignment", NAME, "--title", "Drop some")
    assert (code, [name in said for name in FILES]) == (0, [True] * 5)
    assert run(copy, "autograder", "build", "--check")[0] == 1
    code, said = run(copy, "autograder", "build")
    assert (code, f"{FILES[0]}, line 3: still to do" in said) == (2, True)

    proofs = ["autograder", "selfcheck", SLUG, "--require-tier", "full", "--junit", "proofs.xml"]
    code, said = run(copy, *proofs)
    assert code == 1
    for left in (
        f"{FILES[0]}, line 3: still to do: write here what students read",
        f"{FILES[1]}, line 1: still to do: replace this answer with your own",
        f"{FILES[2]}, line 1: still to do: say in a line what this exercise looks for.",
        f"{FILES[3]}, line 11: still to do: put known mistakes in this one's place",
        f"{FILES[4]}, line 2: still to do: put whole programs in this one's place",
        "it has 1 known mistake; 5 are needed",
        "it has 2 accepted variants; 4 are needed",
        f"{SLUG}: 6 proofs, 1 off",
    ):
        assert left in said

    fill_in(copy)
    assert run(copy, *proofs) == (
        0,
        f"{SLUG}: 12 proofs, all as they must be\nwritten: proofs.xml\n",
    )
    suite = ElementTree.parse(copy.root / "proofs.xml").getroot()[0]  # noqa: S314 - just written
    wanted = {"tests": "12", "failures": "0", "errors": "0", "skipped": "0"}
    assert wanted.items() <= suite.attrib.items()
    assert len(suite.findall("testcase")) == 12

    assert run(copy, "autograder", "build")[0] == 0
    assert run(copy, "autograder", "build", "--check")[0] == 0
    notebook = copy.notebook_path(NAME).read_text("utf-8")
    assert f"## Exercise {len(SLUGS) + 1}: Drop some (10 points)" in notebook
    row = f"| Drop some (`{SLUG}`) | `{SLUG}(number)` | 10 |"
    assert row in (copy.root / "README.md").read_text("utf-8")


def test_the_templates_are_packaged(copy: Course) -> None:
    """A wheel of the package holds the templates that lie in the package."""
    code, said = run(copy, "hatchling", "build", "-t", "wheel", "-d", "dist")
    assert code == 0, said
    (wheel,) = (copy.root / "dist").iterdir()
    with zipfile.ZipFile(wheel) as file:
        packed = {name for name in file.namelist() if "/templates/" in name}
    lying = [path for path in (ROOT / "autograder").rglob("templates/**/*") if path.is_file()]
    assert packed == {path.relative_to(ROOT).as_posix() for path in lying}
