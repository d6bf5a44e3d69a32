"""What is put into a gradebook and comes out of it, as frozen records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.grading.faults import is_our_fault
from autograder.records import ExerciseGrade, Observation, Outcome, SubmissionGrade


@dataclass(frozen=True, slots=True)
class Observed:
    """What was newly observed of one reading of an exercise, whose run key is `run`."""

    slug: str
    run: str
    observation: Observation


@dataclass(frozen=True, slots=True)
class Judging:
    """The verdicts on one exercise of a hand-in, and the keys they were reached under."""

    number: int
    hand_in: int
    run: str
    judge: str
    grade: ExerciseGrade
    published_at: str | None = None
    shown_at: str | None = None

    @property
    def is_our_fault(self) -> bool:
        return is_our_fault(self.grade)

    @property
    def runs_again(self) -> bool:
        """Whether the sandbox failed, which it may not do a second time."""
        return self.grade.outcome is Outcome.SANDBOX_FAULT


@dataclass(frozen=True, slots=True)
class Known:
    """The keys that the verdicts on one exercise were reached under."""

    run: str
    judge: str
    runs_again: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What is kept of one run of an exercise; no observation where that is not kept or readable."""

    outcome: str
    sandbox: str
    host: str
    made_at: str
    observation: Observation | None


@dataclass(frozen=True, slots=True)
class HandIn:
    """One submission as it was handed in; `header` is its grade without exercises."""

    number: int
    student: str
    digest: str
    key: str
    header: SubmissionGrade
    handed_in_at: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of a hand-in now; of each exercise, the grade, the run key and judge key."""

    published: Sequence[tuple[ExerciseGrade, str, str]] = ()
    proposed: Sequence[tuple[ExerciseGrade, str, str]] = ()
    # Judgings whose verdicts are the same under these keys.
    confirmed: Sequence[tuple[int, ExerciseGrade, str, str]] = ()
