"""What one pass over a class's grades keeps of them."""

from __future__ import annotations

from autograder.records import Verdict
from autograder.report.tally import tally
from tests.grades import check, exercise, grade


def test_who_reached_a_check_counts_for_what_it_tells() -> None:
    """A skipped check tells nothing of its student; failing alike is counted by what was seen."""
    grades = []
    for place in range(20):
        first = check(Verdict.PASSED if place % 4 else Verdict.FAILED, name="first", seen="a")
        second = check(Verdict.SKIPPED if place < 4 else Verdict.PASSED, name="second")
        grades.append(grade(exercise(first, second), student=f"student {place}"))
    figures = tally(grades, ["neurons"])
    assert len(figures.checks["neurons", "first"].outcomes) == 20
    assert len(figures.checks["neurons", "second"].outcomes) == 16
    (group,) = figures.checks["neurons", "first"].alike
    assert len(group.students) == 5


def test_a_check_is_compared_with_other_exercises() -> None:
    """Checks of one exercise follow from each other, so they say nothing of each other."""
    own = exercise(check(points=3, name="first"), check(points=4, name="second"))
    other = exercise(check(points=7), slug="five_outputs")
    figures = tally([grade(own, other)], ["neurons", "five_outputs"])
    assert figures.checks["neurons", "first"].outcomes == [(True, 7.0)]
