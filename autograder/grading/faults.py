"""Tells what went wrong on our side from what a student did wrong."""

from __future__ import annotations

from collections.abc import Iterable

from autograder.records import CHECK_DEFECT, FAULT, ExerciseGrade, Outcome, Verdict
from autograder.wire.messages import Message, message


def is_our_fault(exercise: ExerciseGrade) -> bool:
    """Whether a check of it could not be made through no fault of the student's."""
    return any(check.verdict is Verdict.ERROR for check in exercise.checks)


def why_again(exercises: Iterable[ExerciseGrade]) -> Message | None:
    """Why a submission with these exercises is to be graded again; `None` where it is not."""
    ours = [one for one in exercises if is_our_fault(one)]
    if not ours:
        return None
    is_fault = any(one.outcome is Outcome.SANDBOX_FAULT for one in ours)
    titles = [message(f"{one.slug}.title") for one in ours]
    return message(FAULT if is_fault else CHECK_DEFECT, exercises=[*titles])
