"""The frozen records that pass from one stage to the next, and the two vocabularies of results.

What happened to a run (`Outcome`) and what a check says (`Verdict`) are never mixed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from autograder.wire.messages import Message
from autograder.wire.protocol import Crash, Piece
from autograder.wire.tier import NONE, Tier

# Whether points count where the judge has only the sandbox's word for a training.
OnTrust = Literal["count", "refuse"]


class Outcome(StrEnum):
    """What happened to the run of one exercise of one submission."""

    FINISHED = "finished"
    CRASHED = "crashed"
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    OUTPUT_TOO_LARGE = "output too large"
    SANDBOX_FAULT = "sandbox fault"


class Verdict(StrEnum):
    """What one check says; `ERROR` is a defect of ours and never counts as a wrong answer."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    ERROR = "error"


# Why a submission is to be graded again: the sandbox failed, which it may not do a second time, or
# our own code did, which it will do until it is repaired.
FAULT, CHECK_DEFECT, DEFECT = "grade.failed", "grade.check_failed", "grade.broken"
DEFECTS = (CHECK_DEFECT, DEFECT)


class Status(StrEnum):
    """What became of one submission; `OTHER_WORK` is work for another assignment, not graded.

    A `PARTIAL` one has grades for some of its exercises, and no score yet. `MISSING` is that of
    somebody in the course from whom nothing came.
    """

    GRADED = "graded"
    PARTIAL = "partial"
    REFUSED = "refused"
    OTHER_WORK = "other work"
    REGRADE = "regrade"
    MISSING = "missing"


# ---- intake and notebook -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """One thing the student or instructor should know about a cell, or about all of them (cell 0).

    `place` says how a student is told of the cell.
    """

    cell: int
    message: Message
    place: Message | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The Python of one code cell, magics removed; `number` counts code cells from 1.

    A `.py` file is one cell, whose `name` is the file's name. With `file`, the text is written to a
    file of that name, for the rest to import.
    """

    number: int
    name: str
    source: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What shows of which assignment a notebook is.

    `assignment` and `edition` are those that the handout wrote into its metadata, `cells` the names
    of its cells, `asked` the exercises that it checks or explains, `defines` the functions and
    classes that its code seems to have, `assigns` other names.
    """

    assignment: str = ""
    edition: str = ""
    cells: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    defines: tuple[str, ...] = ()
    assigns: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Submission:
    """One student's work, read but not run."""

    student: str
    path: Path
    digest: str
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    marks: Marks = field(default_factory=Marks)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A submission that could not be read, and why."""

    student: str
    path: Path
    reason: Message


@dataclass(frozen=True, slots=True)
class Slice:
    """What one exercise needs of a submission, in the order of the notebook.

    `as_run` marks a notebook as it runs from the top, experiments included.
    """

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()
    as_run: bool = False


# ---- run ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class Relabelled:
    """What the same training came to on labels in another order: class n was called `order[n]`.

    `found` are the weights of a network by recipe or the scores of a traced one, and once they are
    no longer needed, the class that it gives to each hidden image, or a message why it gives none.
    """

    order: tuple[int, ...]
    found: Any


@dataclass(frozen=True, slots=True)
class Observation:
    """What the sandbox reported of one job. Everything in `evidence` is a claim.

    `evidence` maps a probe's name to its decoded report; `crashes` says why another has none;
    `running` names the probe that was under way when the run ended early. `trainings` maps a probe
    to the facts that the trainer made for it (`judging.fits.FitRecord`), which follow from
    `exchanges` (`training.facts.Exchange`); `trained_by` is "trainer", or "child" where there is
    none. `classified` maps a probe to the class that its last network, trained by recipe, gives to
    each hidden image, or to the message that says why it gives none; `workings` maps it to what was
    measured of that network's layers (`recipes.workings.Workings`). `scores` maps a probe to what
    its last network, trained on trust, answered to the hidden images, as decoded, and `answers` to
    what its last network, a traced one, answered. `relabelled` maps a probe to what the training of
    its last network, by recipe or traced, came to on other labels. `contradicted` are the probes
    whose last network, a traced one, does not do what was seen of it. `seconds` and `cpu_seconds`
    are the child's, `training_seconds` is the trainer's processor time.
    """

    outcome: Outcome
    evidence: Mapping[str, Any] = field(default_factory=dict)
    crashes: Mapping[str, Crash] = field(default_factory=dict)
    running: str = ""
    output: str = ""
    trainings: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    exchanges: tuple[Any, ...] = ()
    classified: Mapping[str, Any] = field(default_factory=dict)
    workings: Mapping[str, Any] = field(default_factory=dict)
    trained_by: Literal["trainer", "child"] = "child"
    scores: Mapping[str, Any] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    relabelled: Mapping[str, Relabelled] = field(default_factory=dict)
    contradicted: frozenset[str] = frozenset()
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    training_seconds: float = 0.0
    peak_memory_mb: float = 0.0
    reason: Message | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """What checks compare evidence with; it never enters the sandbox as a whole.

    Each is equal to itself alone, so what a definition makes of one can be kept in a cache.
    `hidden_images` is uint8 (n, height, width), `hidden_labels` uint8 (n,): the labels never enter
    the sandbox, the images once, for a network that was trained on trust.
    `given` is what the exercise gave its probes, `public` the images that students have
    (`dataset.Images`), or `None` in an assignment without a data set: nothing is hidden there.
    """

    hidden_images: Any
    hidden_labels: Any
    given: Mapping[str, Any]
    public: Any


# ---- judge and report --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One check's verdict; `message` says why it is not passed.

    `unseen` marks a check that rests on images which students have never seen. `on_trust` is why
    the trainer could not repeat a training that a passed check rests on.
    """

    name: str
    verdict: Verdict
    points: float
    earned: float
    message: Message | None = None
    unseen: bool = False
    on_trust: Message | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """The logs of one training, a series per metric, one value per epoch (`None`: not finite).

    `label` is the network, `probe` the name of the one that asked for the training, `images` how
    many it was trained on, with values up to `maximum`.
    """

    label: str
    series: Mapping[str, tuple[float | None, ...]]
    probe: str = ""
    images: int = 0
    maximum: float = 0.0


@dataclass(frozen=True, slots=True)
class ExerciseGrade:
    """The verdicts on one exercise of one submission.

    `confusion` counts hidden images, rows by true class, columns by predicted class; `classes` are
    the names of these.
    """

    slug: str
    outcome: Outcome
    checks: tuple[CheckResult, ...]
    curves: tuple[Curve, ...] = ()
    confusion: tuple[tuple[int, ...], ...] = ()
    classes: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    output: str = ""
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    peak_memory_mb: float = 0.0

    @property
    def earned(self) -> float:
        return sum(check.earned for check in self.checks)

    @property
    def points(self) -> float:
        return sum(check.points for check in self.checks)

    @property
    def on_trust(self) -> float:
        """The points that rest on a training which only the sandbox knows of."""
        return sum(check.earned for check in self.checks if check.on_trust is not None)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Points that somebody gave or took by hand, and why.

    One is for a check, an exercise or, with neither, for the whole assignment.
    """

    student: str
    points: float
    comment: str
    who: str
    slug: str = ""
    check: str = ""
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """Points that a score has more or less than its checks earned, and why."""

    points: float
    reason: Message
    slug: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionGrade:
    """The verdicts on one submission; `sandbox` says what kept the student's code in.

    `reason` is set when `status` is not `GRADED`; `answers` maps a slug to the free text that the
    student wrote for the instructor. `secret` names the secret that it was made with. `changes` are
    what was adjusted by hand, deducted for being late and gained by exercises that are dropped.
    `name` and `is_stranger` are what the course's own list of people says, where there is one.
    """

    student: str
    path: str
    digest: str
    status: Status
    sandbox: Tier
    max_score: float
    exercises: tuple[ExerciseGrade, ...] = ()
    notes: tuple[Note, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    reason: Message | None = None
    changes: tuple[ScoreChange, ...] = ()
    secret: str = ""
    name: str = ""
    is_stranger: bool = False

    @property
    def shown_name(self) -> str:
        return self.name or self.student

    @property
    def is_defect(self) -> bool:
        """Whether our own code failed on it, and would do so again."""
        return self.reason is not None and self.reason.name in DEFECTS

    @property
    def is_sandboxed(self) -> bool:
        return self.sandbox != NONE

    @property
    def has_score(self) -> bool:
        """Whether there is a score: where no work was graded, one that was given by hand."""
        is_open = self.status in (Status.REGRADE, Status.PARTIAL)
        return self.status is Status.GRADED or (not is_open and bool(self.changes))

    @property
    def raw_score(self) -> float:
        """What the checks earned."""
        return sum(exercise.earned for exercise in self.exercises)

    @property
    def score(self) -> float:
        """What counts: never less than nothing."""
        if not self.changes:
            return self.raw_score
        return max(0.0, self.raw_score + sum(change.points for change in self.changes))

    def earned(self, exercise: ExerciseGrade) -> float:
        """The points of one exercise, with those that were adjusted in it by hand."""
        own = [one.points for one in self.changes if one.slug == exercise.slug]
        return exercise.earned + sum(own)

    @property
    def on_trust(self) -> float:
        """The points that rest on trainings which only the sandbox knows of."""
        return sum(exercise.on_trust for exercise in self.exercises)
