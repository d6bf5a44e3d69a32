"""The package that students get: it checks as ours does, and holds no answer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from autograder import PACKAGE
from autograder.course import find_course
from autograder.judging.exercise import find_exercise
from autograder.notebooks.edition import public_part, write_edition
from tests.tiny import NAME

COURSE = find_course(Path(__file__))
SLUGS = COURSE.table.assignments[NAME].exercises
every_slug = pytest.mark.parametrize("slug", SLUGS)

DEFINITION = '''"""An exercise."""
from autograder.judging.exercise import Exercise, rewrite, swap

exercise = Exercise("double", "Double", asks_for=("double",))
MOST = 3


@exercise.probe
def ask(student, given):
    return {"answer": student.double(2)}


@exercise.check(ask, points=1)
def is_double(seen, truth):
    """It is doubled."""
    helper(seen)


def helper(seen):
    return MOST


SECRET = "return number + number"
ANSWER = swap("2", SECRET)


def edits():
    return ANSWER


exercise.accepts("adds", edits())
for name in ("a", "b"):
    exercise.mistake(name, swap("2", name), fails=[is_double])
'''


def test_known_answers_and_what_only_they_use_are_gone() -> None:
    """What probes and checks use stays as it was, whatever only known answers use goes."""
    left = public_part(DEFINITION)
    kept = {getattr(node, "name", "") for node in ast.parse(left).body}
    assert {"ask", "is_double", "helper"} <= kept
    for gone in ("SECRET", "ANSWER", "edits", "accepts", "mistake", "number + number"):
        assert gone not in left
    assert "MOST = 3" in left


@every_slug
def test_a_public_part_asks_the_same(slug: str) -> None:
    """Probes and checks of an exercise are the same in the public part, to the letter."""
    source = (PACKAGE / "exercises" / NAME / f"{slug}.py").read_text("utf-8")
    names: dict[str, object] = {"__name__": "public"}
    exec(public_part(source), names)  # noqa: S102 - our own
    public, whole = names["exercise"], find_exercise(NAME, slug)
    assert (public.slug, public.title, public.points) == (whole.slug, whole.title, whole.points)  # type: ignore[attr-defined]
    assert [check.sentence for check in public.checks] == [c.sentence for c in whole.checks]  # type: ignore[attr-defined]
    assert (public.mistakes, public.variants) == ([], [])  # type: ignore[attr-defined]
    assert whole.mistakes
    assert whole.variants


@every_slug
def test_no_known_answer_is_in_a_public_part(slug: str) -> None:
    """No mistake and no accepted variant is left, by its name or in its words."""
    source = (PACKAGE / "exercises" / NAME / f"{slug}.py").read_text("utf-8")
    left = public_part(source)
    exercise = find_exercise(NAME, slug)
    names = [known.name for known in exercise.mistakes]
    names += [known.name for known in exercise.variants]
    for name in names:
        assert f'"{name}"' not in left
    assert "rewrite(" not in left
    assert "swap(" not in left


def test_the_hidden_images_are_not_in_it(tmp_path: Path) -> None:
    """The edition has the public images, and neither the hidden ones nor other exercises."""
    write_edition(tmp_path / "autograder", NAME, SLUGS[:2])
    assert (tmp_path / "autograder/data/public/datasets").is_dir()
    assert not (tmp_path / "autograder/data/hidden").exists()
    found = sorted(path.stem for path in (tmp_path / "autograder/exercises" / NAME).glob("*.py"))
    assert found == sorted(["__init__", *SLUGS[:2]])
