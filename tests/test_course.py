"""`course.toml` into a course: what it says is kept, and what it cannot mean is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.course import Course, chosen, find_course, read_course
from autograder.wire.errors import UsageError
from autograder.wire.protocol import Limits

MINIMAL = """
title = "A course"
[assignments.first]
title = "First"
exercises = ["one", "two"]
"""


def course_of(folder: Path, text: str) -> Course:
    (folder / "course.toml").write_text(text, "utf-8")
    return read_course(folder)


def test_little_is_needed(tmp_path: Path) -> None:
    """A title and one assignment are enough; everything else has a default."""
    course = course_of(tmp_path, MINIMAL)
    assert course.root == tmp_path
    assert course.table.assignments["first"].exercises == ("one", "two")
    assert (course.table.seed, course.table.data.images) == (0, "subset")
    assert course.limits("first", "one") == Limits(60, 40, 2500, 4, 32)


def test_everything_can_be_said(tmp_path: Path) -> None:
    """Seed, images and limits are read as they stand."""
    course = course_of(
        tmp_path,
        "seed = 7\n" + MINIMAL + '[data]\nimages = "keras"\n'
        "[limits]\nwall_seconds = 1.5\ncpu_seconds = 2\nmemory_mb = 3\n"
        "output_mb = 4\nevidence_mb = 5",
    )
    assert (course.table.seed, course.table.data.images) == (7, "keras")
    assert course.limits("first", "two") == Limits(1.5, 2, 3, 4, 5)


def test_one_exercise_may_have_other_limits(tmp_path: Path) -> None:
    """Limits of one exercise replace single ones of the course, for that exercise alone."""
    own = "[limits]\nmemory_mb = 900\n[assignments.first.limits.two]\ncpu_seconds = 20\n"
    course = course_of(tmp_path, MINIMAL + own)
    assert course.limits("first", "one") == Limits(60, 40, 900, 4, 32)
    assert course.limits("first", "two") == Limits(60, 20, 900, 4, 32)
    assert type(course.limits("first", "two").cpu_seconds) is int


def test_training_has_a_place_and_an_off_switch(tmp_path: Path) -> None:
    """By default a trainer trains and remembers in the course; both can be said otherwise."""
    course = course_of(tmp_path, MINIMAL)
    assert (course.table.training.by, course.store_path) == ("trainer", tmp_path / ".trainings")
    other = '[training]\nby = "child"\nstore = "/elsewhere"\nstore_mb = 5\n'
    course = course_of(tmp_path, MINIMAL + other)
    assert (course.table.training.by, course.store_path) == ("child", Path("/elsewhere"))
    with pytest.raises(UsageError, match=r"training\.by"):
        course_of(tmp_path, MINIMAL + '[training]\nby = "me"\n')


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("title = ", "Invalid"),
        (MINIMAL + 'colour = "red"', r"unknown field `colour` - at `\$.assignments\[\.\.\.\]`"),
        ("colour = 1\n" + MINIMAL, "unknown field `colour`"),
        ('seed = "x"\n' + MINIMAL, r"Expected `int`, got `str` - at `\$.seed`"),
        (MINIMAL + "[limits]\ntime = 3", r"unknown field `time` - at `\$.limits`"),
        (MINIMAL + "[limits]\nmemory_mb = 0", r"at `\$.limits.memory_mb`"),
        (MINIMAL + "[limits]\ncpu_seconds = -1", r"at `\$.limits.cpu_seconds`"),
        (MINIMAL + "[limits]\nwall_seconds = 0.0", r"at `\$.limits.wall_seconds`"),
        (MINIMAL + "[limits]\nwall_seconds = nan", r"at `\$.limits.wall_seconds`"),
        (MINIMAL + "[data]\nimage = 1", r"unknown field `image` - at `\$.data`"),
        (MINIMAL.replace("two", "Two"), r"matching regex .* - at `\$.assignments"),
        (MINIMAL.replace("two", "../two"), "matching regex"),
        (MINIMAL.replace(".first", '."../x"'), "matching regex"),
        (MINIMAL.replace('"one", "two"', ""), "length >= 1"),
        (MINIMAL.replace("two", "one"), "assignments.first.exercises lists one twice"),
        (
            MINIMAL + '[assignments.second]\ntitle = "Second"\nexercises = ["three", "two"]',
            "assignments.second.exercises lists two, and so does assignments.first",
        ),
        (
            MINIMAL + "[assignments.first.limits.three]\ncpu_seconds = 1",
            "assignments.first.limits.three names no exercise",
        ),
        (
            MINIMAL + "[assignments.first.limits.two]\ntime = 1",
            "assignments.first.limits.two: .*unknown field `time`",
        ),
        (
            MINIMAL + "[assignments.first.limits.two]\ncpu_seconds = 1.5",
            "assignments.first.limits.two: Expected `int`",
        ),
        (
            MINIMAL + "[assignments.first.limits.two]\nmemory_mb = 0",
            "assignments.first.limits.two: Expected `int` >= 1",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, words: str) -> None:
    """A wrong, missing or unknown key is refused with the file's and the key's path."""
    with pytest.raises(UsageError, match=words) as caught:
        course_of(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "course.toml"))


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused like any other mistake in the file."""
    (tmp_path / "course.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(UsageError, match=r"course\.toml"):
        read_course(tmp_path)


def test_a_folder_without_the_file_is_refused(tmp_path: Path) -> None:
    """A course that cannot be read says why."""
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        read_course(tmp_path)


# ---- finding -----------------------------------------------------------------------------------


def test_a_course_is_found_from_within(tmp_path: Path) -> None:
    """From any folder inside a course, the nearest `course.toml` above is found."""
    inside = tmp_path / "assignments" / "first"
    inside.mkdir(parents=True)
    course_of(tmp_path, MINIMAL)
    assert find_course(inside).root == find_course(tmp_path).root == tmp_path.resolve()


def test_the_nearest_course_is_found(tmp_path: Path) -> None:
    """A course inside another one is itself."""
    inner = tmp_path / "inner"
    inner.mkdir()
    course_of(tmp_path, MINIMAL)
    course_of(inner, MINIMAL.replace("A course", "Another"))
    assert find_course(inner).table.title == "Another"


def test_a_relative_start_is_resolved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The search goes above the working folder when it starts at a relative path."""
    (tmp_path / "inside").mkdir()
    course_of(tmp_path, MINIMAL)
    monkeypatch.chdir(tmp_path / "inside")
    assert find_course(Path()).root == tmp_path.resolve()


def test_outside_of_a_course_nothing_is_found(tmp_path: Path) -> None:
    """Where no folder above has a `course.toml`, the message says what to do."""
    with pytest.raises(UsageError, match="run the command inside a course"):
        find_course(tmp_path)


# ---- assignments and paths ---------------------------------------------------------------------


def test_the_only_assignment_needs_no_name(tmp_path: Path) -> None:
    """Where there is one assignment, no name means that one."""
    name, assignment = course_of(tmp_path, MINIMAL).assignment(None)
    assert (name, assignment.title) == ("first", "First")


def test_one_of_several_must_be_named(tmp_path: Path) -> None:
    """With several assignments, no name and a wrong name are refused with the names there are."""
    course = course_of(tmp_path, MINIMAL + '[assignments.b]\ntitle = "B"\nexercises = ["x"]')
    assert course.assignment("b")[1].title == "B"
    with pytest.raises(UsageError, match=r"several assignments \(b, first\); add --assignment"):
        course.assignment(None)
    with pytest.raises(UsageError, match=r"no assignment named 'c'; this course has: b, first"):
        course.assignment("c")


def test_a_course_without_assignments_says_how_to_begin_one(tmp_path: Path) -> None:
    """A course that was just begun can be read; what needs an assignment says how to get one."""
    course = course_of(tmp_path, 'title = "A course"')
    assert course.slugs == ()
    with pytest.raises(UsageError, match="autograder new SLUG --assignment NAME"):
        course.assignment(None)


def test_exercises_say_which_assignment_is_meant(tmp_path: Path) -> None:
    """Without a name it is that of the exercises asked for, where it is one."""
    course = course_of(tmp_path, MINIMAL + '[assignments.b]\ntitle = "B"\nexercises = ["x"]')
    assert course.assignment(None, ["x"])[0] == "b"
    assert course.assignment(None, ["two", "one"])[0] == "first"
    with pytest.raises(UsageError, match=r"several assignments \(b, first\); name those of one"):
        course.assignment(None, ["one", "x"])
    with pytest.raises(UsageError, match="no exercise 'y'"):
        course.assignment(None, ["y"])


def test_paths_are_computed(tmp_path: Path) -> None:
    """Stubs, solutions and notebooks lie where their names say."""
    course = course_of(tmp_path, MINIMAL)
    assert course.stub_path("first", "one") == tmp_path / "assignments" / "first" / "one.py"
    assert course.solution_path("first", "one") == tmp_path / "solutions" / "first" / "one.py"
    known = tmp_path / "solutions" / "first" / "known" / "one.py"
    assert course.known_answers_path("first", "one") == known
    assert course.notebook_path("first") == tmp_path / "assignments" / "first" / "first.ipynb"


def test_the_course_at_hand_is_one() -> None:
    """The course in this repository can be read."""
    assert find_course(Path(__file__)).assignment("fashion_mnist")[1].exercises


def test_without_a_wish_every_exercise_is_chosen() -> None:
    """`--only` is optional, keeps the course's order, and refuses what does not exist."""
    slugs = ("first_prediction", "neurons", "more_layers")
    assert chosen(slugs, ()) == slugs
    assert chosen(slugs, ("more_layers", "neurons")) == ("neurons", "more_layers")
    with pytest.raises(UsageError, match=r"'flatten'; there are: first_prediction"):
        chosen(slugs, ("flatten",))


def test_the_store_may_be_where_a_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A node's own disk has another name in each job; a variable that is not set is no folder."""
    (tmp_path / "course.toml").write_text('title = "A"\n[training]\nstore = "$SCRATCH/store"\n')
    course = read_course(tmp_path)
    monkeypatch.setenv("SCRATCH", "/scratch/17")
    assert course.store_path == Path("/scratch/17/store")
    monkeypatch.delenv("SCRATCH")
    with pytest.raises(UsageError, match="SCRATCH"):
        _ = course.store_path
