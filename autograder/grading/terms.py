"""What makes a score of what was earned: points by hand, what being late costs, what is dropped.

It is applied when grades are read, and never to what is recorded: a changed rule, or one that is
taken back, counts at once for all.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from autograder.course import Course, LateTable
from autograder.judging.exercise import find_exercise
from autograder.records import Adjustment, ExerciseGrade, ScoreChange, Status, SubmissionGrade
from autograder.wire.messages import message

DAY_SECONDS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Terms:
    """Of one assignment: what each exercise is worth, when it is due, and what is dropped."""

    points: Mapping[str, float]
    due: datetime | None = None
    late: LateTable = field(default_factory=LateTable)
    drop_lowest: int = 0


def terms_of(course: Course, assignment: str) -> Terms:
    """The terms of an assignment, as `course.toml` and the definitions have them."""
    table = course.table.assignments[assignment]
    points = {slug: find_exercise(assignment, slug).points for slug in table.exercises}
    return Terms(points, table.due, table.late, table.drop_lowest)


def applied(
    grade: SubmissionGrade,
    adjustments: Sequence[Adjustment] = (),
    handed_in_at: str | None = None,
    terms: Terms | None = None,
) -> SubmissionGrade:
    """The grade with what its score has more or less than it earned; `terms` are for whole ones.

    Points by hand in an exercise are gone with it, where the course has it no more.
    """
    changes = [
        _by_hand(one)
        for one in adjustments
        if terms is None or not one.slug or one.slug in terms.points
    ]
    if terms is not None and grade.status is Status.GRADED:
        dropped = _dropped(replace(grade, changes=tuple(changes)), terms)
        subtotal = grade.raw_score + sum(change.points for change in (*changes, *dropped))
        changes = [*changes, *dropped, *_late(subtotal, handed_in_at, terms)]
    return replace(grade, changes=tuple(changes))


def _by_hand(one: Adjustment) -> ScoreChange:
    name = "score.adjusted_check" if one.check else "score.adjusted"
    said = message(name, comment=one.comment, who=one.who, check=one.check)
    return ScoreChange(one.points, said, one.slug)


def _dropped(grade: SubmissionGrade, terms: Terms) -> list[ScoreChange]:
    """The exercises with the smallest shares do not count; the rest is worth as much as all.

    What was given by hand in an exercise is part of its share, and dropped with it.
    """
    if not 0 < terms.drop_lowest < len(grade.exercises):
        return []

    def share(one: ExerciseGrade) -> float:
        return grade.earned(one) / one.points if one.points else 1.0

    worst = sorted(grade.exercises, key=share)[: terms.drop_lowest]
    kept = [one for one in grade.exercises if one not in worst]
    points = sum(one.points for one in kept)
    if not points:
        return []
    earned = sum(map(grade.earned, kept)) / points * grade.max_score
    gained = earned - sum(map(grade.earned, grade.exercises))
    titles = [message(f"{one.slug}.title") for one in worst]
    return [ScoreChange(gained, message("score.dropped", exercises=[*titles]))]


def _late(subtotal: float, handed_in_at: str | None, terms: Terms) -> list[ScoreChange]:
    if terms.due is None or handed_in_at is None or not terms.late.percent_a_day:
        return []
    seconds = (datetime.fromisoformat(handed_in_at) - terms.due).total_seconds()
    if seconds <= terms.late.grace_minutes * 60:
        return []
    days = math.ceil(seconds / DAY_SECONDS)
    percent = min(days * terms.late.percent_a_day, terms.late.most_percent)
    said = message("score.late", days=days, percent=percent)
    return [ScoreChange(-max(subtotal, 0.0) * percent / 100, said)]
