"""Says which submissions a person should look at, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from autograder.records import ExerciseGrade, Outcome, Status, SubmissionGrade, Verdict
from autograder.wire.messages import Message, message

# What is rare in honest work, and rarely a student's plain mistake.
STRANGE_ENDS = (Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.OUTPUT_TOO_LARGE)
STRANGE_NOTES = ("file.same_name",)
BY_HAND = ("score.adjusted", "score.adjusted_check")


class Kind(StrEnum):
    """Why somebody should look, the most urgent first."""

    OURS = "our fault"
    REFUSED = "refused"
    TRUST = "points on trust"
    STRANGE = "strange"
    ADJUSTED = "adjusted by hand"


@dataclass(frozen=True, slots=True)
class Concern:
    """What a person should look at: `slug` is where in the work, `points` are those it is about.

    `ended` is how a run that did not come to its end was ended.
    """

    student: str
    kind: Kind
    reasons: tuple[Message, ...]
    slug: str = ""
    points: float | None = None
    ended: Outcome | None = None


def concerns_of(grade: SubmissionGrade) -> Iterator[Concern]:
    """What of one submission a person should look at."""
    match grade.status:
        case Status.REGRADE:
            yield Concern(grade.student, Kind.OURS, _known(grade.reason))
            return
        case Status.MISSING:
            pass
        case Status.REFUSED | Status.OTHER_WORK:
            yield Concern(grade.student, Kind.REFUSED, _known(grade.reason))
        case _:
            for exercise in grade.exercises:
                yield from _in_exercise(grade.student, exercise)
    if grade.is_stranger:
        yield Concern(grade.student, Kind.STRANGE, (message("file.stranger"),))
    for note in grade.notes:
        if note.message.name in STRANGE_NOTES:
            yield Concern(grade.student, Kind.STRANGE, (note.message,))
    for change in grade.changes:
        if change.reason.name in BY_HAND:
            yield Concern(
                grade.student, Kind.ADJUSTED, (change.reason,), change.slug, change.points
            )


def by_urgency(concerns: Sequence[Concern]) -> list[Concern]:
    order = [*Kind]
    return sorted(concerns, key=lambda one: order.index(one.kind))


def _in_exercise(student: str, exercise: ExerciseGrade) -> Iterator[Concern]:
    broken = [one for one in exercise.checks if one.verdict is Verdict.ERROR]
    if broken:
        reasons = [one.message for one in broken]
        points = sum(one.points for one in broken)
        yield Concern(student, Kind.OURS, _known(*reasons), exercise.slug, points)
    if exercise.on_trust:
        reasons = [one.on_trust for one in exercise.checks]
        yield Concern(student, Kind.TRUST, _known(*reasons), exercise.slug, exercise.on_trust)
    if exercise.outcome in STRANGE_ENDS:
        yield Concern(student, Kind.STRANGE, (), exercise.slug, ended=exercise.outcome)


def _known(*reasons: Message | None) -> tuple[Message, ...]:
    """Each reason once, in the order in which they came."""
    found: list[Message] = []
    for reason in reasons:
        if reason is not None and reason not in found:
            found.append(reason)
    return tuple(found)
