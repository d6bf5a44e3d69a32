"""`autograder similar`: what was graded is compared, and of a small class nothing is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.commands.similar import write_similar_works
from autograder.commands.students import forget_student
from autograder.course import Course
from autograder.grading.entries import Judged
from autograder.grading.gradebook import Gradebook
from autograder.records import Cell, Submission
from tests import tiny
from tests.grades import exercise, grade


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return tiny.course(tmp_path / "course")


def handed_in(out: Path, size: int, remark: str = "") -> None:
    """A class whose first two hand in the same long function; everybody else writes another.

    The first one puts a remark in front.
    """
    with Gradebook(out / "gradebook.sqlite") as book:
        for n in range(size):
            lines = [f"    number = [number, {'+-*'[at % 3]}number][{at % 2}] - at.a{at}{max(n, 1)}"
                     for at in range(20)]  # fmt: skip
            before = [] if n else [f"    # {remark}"]
            text = "\n".join(
                ["def build_deeper_model(number):", *before, *lines, "    return number"]
            )
            student = f"s{n:02}"
            work = Submission(student, out / student, f"digest {n}", (Cell(1, "cell", text),))
            one = grade(*(exercise(slug=slug) for slug in tiny.SLUGS), student=student)
            book.add(one, "key", tiny.NAME, judged=Judged(), work=work)


def test_works_that_are_alike_are_on_a_page(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The two are named on the instructor's page, which goes when somebody is forgotten."""
    out = tmp_path / "grades"
    handed_in(out, 14)
    write_similar_works(course, out, assignment=None)
    assert "1 pair of 14 works to look at yourself." in capsys.readouterr().out
    text = (out / "similar.html").read_text("utf-8")
    assert text.index("s00") < text.index("s01")
    assert "s05" not in text
    forget_student(course, out, student="s00")
    assert not (out / "similar.html").exists()


def test_of_few_works_nothing_is_said(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is rare among nine nobody knows."""
    out = tmp_path / "grades"
    handed_in(out, 9)
    write_similar_works(course, out, assignment=None)
    assert "9 works: of fewer than 10 nobody can say what is rare." in capsys.readouterr().out
    assert not (out / "similar.html").exists()


def test_works_too_long_to_compare_are_named(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A remark that is as long as what is compared hides no copy in silence."""
    out = tmp_path / "grades"
    handed_in(out, 14, "long " * 10_000)
    write_similar_works(course, out, assignment=None)
    said = capsys.readouterr().out
    assert "0 pairs of 14 works" in said
    assert "Only the first 40,000 characters of an exercise were compared of: s00." in said
