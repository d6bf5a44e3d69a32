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


def test_points_by_hand_are_dropped_with_their_exercise() -> None:
    """They decide which exercise is the weakest, and nobody gets more than all points by a drop."""
    terms = Terms(POINTS, drop_lowest=1)

    def score(neurons: float, more_layers: float, slug: str, points: float) -> float:
        by_hand = Adjustment("Ada", points, "read again", "me", slug)
        return applied(graded(neurons, more_layers), (by_hand,), None, terms).score

    assert score(10, 0, "more_layers", 7) == 30
    assert score(0, 20, "more_layers", -12) == 12
    assert score(10, 20, "neurons", -10) == 30
    assert score(5, 8, "neurons", -2) == 12


def test_points_by_hand_go_with_the_exercise() -> None:
    """What the course has no more is worth nothing, whoever gave that."""
    by_hand = Adjustment("Ada", 5, "good", "me", "gone")
    assert applied(graded(10, 20), (by_hand,), None, Terms(POINTS)).score == 30


def test_refused_work_may_have_points_by_hand() -> None:
    """They are the score, never late; without them there is none."""
    by_hand = Adjustment("Ada", 20, "on paper", "me")
    given = applied(refused(), (by_hand,), at(days=3), LATE)
    assert (given.status, given.has_score, given.score) == (Status.REFUSED, True, 20)
    assert not applied(refused(), (), None, LATE).has_score
