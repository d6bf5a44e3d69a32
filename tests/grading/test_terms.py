"""From what was earned to the score: points by hand, late hand-ins, exercises that are dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import LateTable
from autograder.grading.terms import Terms, applied
from autograder.records import Adjustment, Status, SubmissionGrade, Verdict
from tests.grades import check, exercise, grade, refused

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
POINTS = {"neurons": 10.0, "more_layers": 20.0}
LATE = Terms(POINTS, DUE, LateTable(percent_a_day=10, most_percent=50, grace_minutes=15))


def graded(neurons: float, more_layers: float) -> SubmissionGrade:
    """Ten and twenty points, of which so many are earned."""
    parts = [
        exercise(
            check(points=earned), check(Verdict.FAILED, worth - earned, name="other"), slug=slug
        )
        for (slug, worth), earned in zip(POINTS.items(), (neurons, more_layers), strict=True)
    ]
    return replace(grade(*parts), max_score=30)


def at(**later: float) -> str:
    return (DUE + timedelta(**later)).isoformat()


@pytest.mark.parametrize(
    ("when", "score"),
    [
        (at(hours=-1), 20),
        (at(minutes=14), 20),
        (at(minutes=16), 18),
        (at(hours=25), 16),
        (at(days=40), 10),
        (None, 20),
    ],
)
def test_each_day_begun_costs(when: str | None, score: float) -> None:
    """Ten percent a day, half at most, nothing within the grace; an unknown time costs nothing."""
    late = applied(graded(10, 10), (), when, LATE)
    assert late.score == pytest.approx(score)
    assert late.raw_score == 20


def test_what_is_weakest_is_dropped() -> None:
    """The exercise with the smallest share does not count, and the rest is worth as much as all."""
    one = applied(graded(10, 5), (), None, Terms(POINTS, drop_lowest=1))
    assert (one.score, one.raw_score, one.max_score) == (30, 15, 30)
    assert [change.reason.name for change in one.changes] == ["score.dropped"]
    for count in (0, 2):
        assert applied(graded(10, 5), (), None, Terms(POINTS, drop_lowest=count)).score == 15


def test_points_by_hand_come_first() -> None:
    """What was given by hand is part of what lateness takes a share of, and never goes below 0."""
    more = Adjustment("Ada", 5, "good", "me", "neurons")
    late = applied(graded(10, 5), (more,), at(hours=1), LATE)
    assert late.score == pytest.approx(18)
    assert late.earned(late.exercises[0]) == 15
    less = applied(graded(1, 0), (Adjustment("Ada", -9, "copied", "me"),))
    assert (less.score, less.raw_score) == (0, 1)


def test_what_is_no_grade_is_left_alone() -> None:
    """Neither a refusal nor a part of a grade is late or drops anything."""
    terms = replace(LATE, drop_lowest=1)
    assert applied(refused(), (), at(days=3), terms).changes == ()
    part = replace(graded(1, 1), status=Status.PARTIAL)
    assert applied(part, (), at(days=3), terms).changes == ()
