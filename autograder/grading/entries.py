"""What is put into a gradebook and comes out of it, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from autograder.grading.faults import is_our_fault
from autograder.grading.kept_evidence import KeptEvidence, pack, unpack
from autograder.records import ExerciseGrade, Observation, Outcome, SubmissionGrade


@dataclass(frozen=True, slots=True)
class Observed:
    """What was newly observed of one reading of an exercise, whose run key is `run`."""

    slug: str
    run: str
    observation: Observation

    def packed(self) -> PackedObserved:
        """The same as it is stored."""
        seen = self.observation
        costs = (seen.seconds, seen.cpu_seconds, seen.training_seconds, seen.peak_memory_mb)
        return PackedObserved(self.slug, self.run, seen.outcome, costs, pack(seen))


@dataclass(frozen=True, slots=True)
class PackedObserved:
    """What was observed of one reading as it is stored, and what was measured of the run."""

    slug: str
    run: str
    outcome: Outcome
    costs: tuple[float, float, float, float]
    kept: KeptEvidence

    def packed(self) -> PackedObserved:
        return self


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
    """The keys that the verdicts on one exercise were reached under.

    Of those that are openly proposed, `takes_a_faults_place` says that what counts is our fault.
    """

    run: str
    judge: str
    runs_again: bool
    is_our_fault: bool = False
    takes_a_faults_place: bool = False


@dataclass(frozen=True, slots=True)
class KeptRun:
    """The evidence of one run of an exercise as it is stored, and what was measured of the run."""

    slug: str
    evidence: KeptEvidence
    costs: Mapping[str, Any]

    def observation(self) -> Observation:
        """What was observed; raises `EvidenceError` where nobody can read it any more."""
        return replace(unpack(self.slug, self.evidence), **self.costs)


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
    """One submission as it was handed in; `header` is its grade without exercises.

    Without `has_work`, what was handed in is not kept, so that nothing of it can be judged again.
    """

    number: int
    student: str
    digest: str
    key: str
    header: SubmissionGrade
    handed_in_at: str | None = None
    has_work: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """What was decided of a hand-in now; of each exercise, the grade, the run key and judge key."""

    published: Sequence[tuple[ExerciseGrade, str, str]] = ()
    proposed: Sequence[tuple[ExerciseGrade, str, str]] = ()
    # Judgings whose verdicts are the same under these keys.
    confirmed: Sequence[tuple[int, ExerciseGrade, str, str]] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was: before what has that number among the published, at that time."""

    published: int
    recorded_at: str


@dataclass(frozen=True, slots=True)
class JudgedAgain:
    """What comes of judging a hand-in again, and what was observed for that.

    `pending` says by exercise why nothing is decided yet, `left` why nothing will be.
    """

    hand_in: int
    judged: Judged = field(default_factory=Judged)
    pending: Mapping[str, str] = field(default_factory=dict)
    left: Mapping[str, str] = field(default_factory=dict)
    observed: Sequence[Observed] = ()
    faults: int = 0
