"""The built sections of documents: in step with the definitions, among prose that stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.course import Course, find_course, read_course
from autograder.judging.exercise import Basis, find_exercise
from autograder.notebooks import documents
from autograder.notebooks.build import rebuild, stale_files
from autograder.notebooks.documents import SECTIONS, built_documents
from autograder.wire.errors import UsageError
from tests import tiny
from tests.own_course import CHECKS, COURSE, POINTS
from tests.tiny import NAME

BEGIN = "<!-- built by autograder build: {} -->\n"
END = "<!-- end -->"
FEWEST_FACTS = 0.8


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A small course whose document has two sections among its prose."""
    course = tiny.course(tmp_path)
    for name, asked in zip(tiny.SLUGS, ("build_deeper_model", "predicted_class"), strict=True):
        stub = '# %% [markdown]\n"""Prompt."""\n\n# %%\n'
        stub += f"def {asked}(model, width: int = 3): ...\n\n\ndef other(): ...\n"
        course.stub_path(tiny.NAME, name).write_text(stub, "utf-8")
    (tmp_path / "docs").mkdir()
    sections = "\n".join(f"Before {name}.\n{BEGIN.format(name)}STALE\n{END}" for name in SECTIONS)
    document(course).write_text(f"# Title\n\n{sections}\nAfter.\n", "utf-8")
    (tmp_path / "docs" / "plain.md").write_text("No section.\n", "utf-8")
    return course


def document(course: Course) -> Path:
    return course.root / "docs" / "tables.md"


def section(text: str, name: str) -> list[str]:
    """The lines of one built section."""
    return text.split(BEGIN.format(name))[1].split(END, maxsplit=1)[0].splitlines()


# ---- any course --------------------------------------------------------------------------------


def test_sections_are_written_and_prose_is_kept(course: Course) -> None:
    """Only what lies between the two comments changes, and only in documents that have them."""
    ((path, text),) = built_documents(course).items()
    assert path == document(course)
    assert "STALE" not in text
    for name in SECTIONS:
        assert f"Before {name}.\n{BEGIN.format(name)}{SECTIONS[name](course)}{END}\n" in text
    assert text.startswith("# Title\n\nBefore")
    assert text.endswith(f"{END}\nAfter.\n")


def test_what_is_built_stays(course: Course) -> None:
    """A built document is built from itself again, and is not stale."""
    for path, text in built_documents(course).items():
        rebuild(path, text)
    assert document(course) not in stale_files(course, [tiny.NAME])
    built = document(course).read_text("utf-8")
    document(course).write_text(built.replace("| 1 |", "| 2 |"), "utf-8")
    assert stale_files(course, [tiny.NAME])[document(course)] == built


def test_an_exercise_is_listed_as_its_stub_has_it(course: Course) -> None:
    """A row has the number, the title, the first line of what is asked for, and the points."""
    _head, _rule, first, second = section(built_documents(course)[document(course)], "exercises")
    assert first == (
        "| 1 | Add a layer (`more_layers`) | `build_deeper_model(model, width: int=3)` | 12 |"
    )
    assert second.startswith("| 2 | Predict the class of the first image (`first_prediction`) |")


def test_a_check_is_listed_with_what_it_rests_on(course: Course) -> None:
    """A row has the check, its points and its basis; below the table are the sums."""
    exercises = [find_exercise(tiny.NAME, slug) for slug in tiny.SLUGS]
    checks = [(exercise, check) for exercise in exercises for check in exercise.checks]
    _head, _rule, *rows, empty, last = section(built_documents(course)[document(course)], "facts")
    assert (empty, len(rows)) == ("", len(checks))
    for row, (exercise, check) in zip(rows, checks, strict=True):
        assert row == (
            f"| {exercise.slug} | {check.name} | {check.points:g} | {check.basis} | {check.how} |"
        )
    sums = [sum(c.points for _e, c in checks if c.basis is basis) for basis in Basis]
    assert last == (
        f"Points: trained {sums[0]:g}, recomputed {sums[1]:g}, claim {sums[2]:g}."
        f" Facts: {sums[0] + sums[1]:g} of {sum(sums):g}."
    )


def test_several_assignments_have_a_table_each_and_one_sum(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each table lies below its assignment's title, with its own sum; the course's comes last."""
    monkeypatch.setattr(documents, "find_exercise", lambda _name, slug: find_exercise(NAME, slug))
    kept, moved = tiny.SLUGS
    text = tiny.COURSE.replace('"more_layers", "first_prediction"', f'"{kept}"')
    text += f'[assignments.other]\ntitle = "Second"\nexercises = ["{moved}"]\n'
    (course.root / "course.toml").write_text(text, "utf-8")
    both = read_course(course.root)
    stub = both.stub_path("other", moved)
    stub.parent.mkdir()
    stub.write_bytes(course.stub_path(NAME, moved).read_bytes())
    found = SECTIONS["exercises"](both)
    assert found.index("### First (`fashion_mnist`)") < found.index("| 1 | Add a layer")
    assert found.index("### Second (`other`)") < found.index("| 1 | Predict the class")
    sums = [line for line in SECTIONS["facts"](both).splitlines() if "Facts:" in line]
    assert [line.partition(":")[0] for line in sums] == ["Points", "Points", "The whole course"]
    assert sums[-1].endswith("of 24.")


def test_a_mistake_is_listed_with_what_it_costs(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The dearest comes first, with the checks that are lost and why it costs so much."""
    slug = tiny.SLUGS[0]
    exercise = find_exercise(tiny.NAME, slug)
    first, second, *_others = exercise.checks
    after, before = replace(second, after=first.function), first.name
    monkeypatch.setattr(exercise, "checks", [first, after])
    path = course.known_answers_path(tiny.NAME, slug)
    path.parent.mkdir(parents=True)
    path.write_text(
        "from autograder.proofs.known_answers import KnownAnswers\nknown = KnownAnswers()\n"
        f"known.mistake('a | b', fails=['{after.name}'])\n"
        f"known.mistake('dear', fails=['{before}'], costs_much='It is.')\n"
        "known.accepted('right')\n"
    )
    _head, _rule, dear, cheap = section(built_documents(course)[document(course)], "costs")
    assert dear.startswith(f"| {slug} | dear | ")
    assert dear.endswith(f" of {exercise.points:g} | {before} | {after.name} | It is. |")
    points = f"{after.points:g} of {exercise.points:g}"
    assert cheap == f"| {slug} | a \\| b | {points} | {after.name} |  |  |"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (BEGIN.format("colours") + END, "section 'colours' is none of exercises, facts"),
        (BEGIN.format("facts") + "| table |\n", "section 'facts' has no <!-- end -->"),
        (BEGIN.format("facts") + BEGIN.format("exercises") + END, "section 'facts' has no"),
    ],
)
def test_a_section_that_cannot_be_built_is_named(course: Course, text: str, words: str) -> None:
    """An unknown section, or one without an end, is refused with the document's path."""
    document(course).write_text(text, "utf-8")
    with pytest.raises(UsageError, match=rf"tables\.md: the {words}"):
        built_documents(course)


# ---- the course at hand ------------------------------------------------------------------------


def test_every_section_has_a_place() -> None:
    """Each section is in a document of this course, so that none is dropped in silence."""
    texts = "".join(path.read_text("utf-8") for path in built_documents(COURSE))
    assert [name for name in SECTIONS if BEGIN.format(name) not in texts] == []


def test_documents_are_what_the_definitions_make() -> None:
    """No document of this course is stale."""
    stale = stale_files(find_course(Path(__file__)), [])
    assert list(stale) == [], "run `autograder build`"


def test_every_exercise_is_listed_with_what_students_write() -> None:
    """The README has a row for each exercise, and in it each name that the exercise asks for."""
    lines = section((COURSE.root / "README.md").read_text("utf-8"), "exercises")
    for name, table in COURSE.table.assignments.items():
        for exercise in (find_exercise(name, slug) for slug in table.exercises):
            (row,) = [line for line in lines if f"(`{exercise.slug}`)" in line]
            assert [name for name in exercise.asks_for if f"{name}(" not in row] == []


def test_most_points_rest_on_facts() -> None:
    """At least eighty of a hundred points cannot be forged."""
    facts = sum(check.points for _exercise, check in CHECKS if check.basis is not Basis.CLAIM)
    assert facts >= FEWEST_FACTS * POINTS
