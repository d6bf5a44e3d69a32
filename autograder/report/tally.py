"""Sums up a class in light figures: scores, pass rates and where students fail.

One pass over the grades; of each only a few numbers and the student's own answers are kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean, median

from autograder.records import CheckResult, ExerciseGrade, Status, SubmissionGrade, Verdict
from autograder.report.alike import Alike, Groups
from autograder.report.answers import Answer, answers_of
from autograder.report.attention import Concern, concerns_of
from autograder.report.statistics import Estimate, alpha, discrimination, fifths, proportion
from autograder.wire.messages import Message

# One student alone is no group, and a long list is not read.
FEWEST_ALIKE, MOST_GROUPS = 2, 5
COUNTED = (Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED)


@dataclass(frozen=True, slots=True)
class Mark:
    """What one student earned in one exercise."""

    earned: float
    points: float

    @property
    def share(self) -> float:
        return self.earned / self.points if self.points else 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One submission; `total` is empty unless it has a score, `marks` has the exercises that were
    graded, `failed` the checks that were not passed."""

    student: str
    name: str
    status: Status
    is_sandboxed: bool
    reason: Message | None
    total: Mark | None
    max_score: float
    marks: Mapping[str, Mark]
    failed: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Costs:
    """What the runs of one exercise took, each with whose it was."""

    cpu_seconds: list[tuple[float, str]] = field(default_factory=list)
    memory_mb: list[tuple[float, str]] = field(default_factory=list)

    def add(self, student: str, exercise: ExerciseGrade) -> None:
        self.cpu_seconds.append((exercise.cpu_seconds, student))
        self.memory_mb.append((exercise.peak_memory_mb, student))


@dataclass(frozen=True, slots=True)
class CheckCount:
    """How the class did in one check; verdicts that are our fault do not count."""

    slug: str
    name: str
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    groups: Groups = field(default_factory=Groups)
    # Of those who reached it: whether it was passed, and what they earned in other exercises.
    outcomes: list[tuple[bool, float]] = field(default_factory=list)

    @property
    def counted(self) -> int:
        return sum(self.verdicts[verdict] for verdict in COUNTED)

    def share(self, verdict: Verdict) -> float:
        return self.verdicts[verdict] / self.counted if self.counted else 0.0

    @property
    def passed(self) -> float:
        return self.share(Verdict.PASSED)

    @property
    def failed(self) -> float:
        return self.share(Verdict.FAILED)

    @property
    def skipped(self) -> float:
        return self.share(Verdict.SKIPPED)

    @property
    def failing(self) -> Estimate | None:
        """The share that fails it, and between what it lies; none of few students."""
        return proportion(self.verdicts[Verdict.FAILED], self.counted)

    @property
    def discrimination(self) -> Estimate | None:
        """How far passing it goes with what else was earned; none of few students."""
        return discrimination(*zip(*self.outcomes, strict=True)) if self.outcomes else None

    @property
    def alike(self) -> list[Alike]:
        """What was seen of several students who failed it."""
        return self.groups.largest(FEWEST_ALIKE, MOST_GROUPS)


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of a class; `slugs` are the exercises in the order of the course."""

    slugs: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    checks: dict[tuple[str, str], CheckCount] = field(default_factory=dict)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    concerns: list[Concern] = field(default_factory=list)
    costs: dict[str, Costs] = field(default_factory=dict)

    def count(self, status: Status) -> int:
        return sum(row.status is status for row in self.rows)

    @property
    def totals(self) -> list[Mark]:
        return [row.total for row in self.rows if row.total]

    @property
    def mean(self) -> float | None:
        return fmean(mark.earned for mark in self.totals) if self.totals else None

    @property
    def median(self) -> float | None:
        return median(mark.earned for mark in self.totals) if self.totals else None

    @property
    def max_score(self) -> float:
        return max((row.max_score for row in self.rows), default=0.0)

    @property
    def unsandboxed(self) -> int:
        return sum(not row.is_sandboxed for row in self.rows)

    @property
    def alpha(self) -> Estimate | None:
        """How far exercises agree, over those who were graded in all of them."""
        marks = [
            [row.marks[slug].earned for slug in self.slugs]
            for row in self.rows
            if all(slug in row.marks for slug in self.slugs)
        ]
        return alpha(marks)

    def fifths(self, slug: str) -> tuple[float, ...]:
        """The mean share of an exercise in each fifth of the class by score, the weakest first."""
        return fifths(
            [
                (row.total.share, row.marks[slug].share)
                for row in self.rows
                if row.total and slug in row.marks
            ]
        )

    def mean_mark(self, slug: str) -> Mark | None:
        marks = [row.marks[slug] for row in self.rows if slug in row.marks]
        if not marks:
            return None
        return Mark(fmean(mark.earned for mark in marks), max(mark.points for mark in marks))

    def checks_of(self, slug: str) -> list[CheckCount]:
        return [check for check in self.checks.values() if check.slug == slug]

    def hardest(self, limit: int) -> list[CheckCount]:
        """The checks that most students fail; a skipped one only follows another's failure."""
        ordered = [check for slug in self.slugs for check in self.checks_of(slug) if check.failed]
        return sorted(ordered, key=lambda check: -check.failed)[:limit]

    def add(self, grade: SubmissionGrade) -> None:
        is_graded = grade.status is Status.GRADED
        exercises = grade.exercises if is_graded or grade.status is Status.PARTIAL else ()
        marks = {each.slug: Mark(grade.earned(each), each.points) for each in exercises}
        total = Mark(grade.score, grade.max_score) if grade.has_score else None
        self.rows.append(
            Row(
                student=grade.student,
                name=grade.shown_name,
                status=grade.status,
                is_sandboxed=grade.is_sandboxed,
                reason=grade.reason,
                total=total,
                max_score=grade.max_score,
                marks=marks,
                failed=tuple(
                    (exercise.slug, check.name)
                    for exercise in exercises
                    for check in exercise.checks
                    if check.verdict is Verdict.FAILED
                ),
            )
        )
        self.concerns.extend(concerns_of(grade))
        for exercise in exercises:
            for check in exercise.checks:
                self._count(grade, exercise, check)
            self.costs.setdefault(exercise.slug, Costs()).add(grade.student, exercise)
        for answer in answers_of(grade):
            self.answers.setdefault(answer.slug, []).append(answer)

    def _count(self, grade: SubmissionGrade, exercise: ExerciseGrade, check: CheckResult) -> None:
        slug = exercise.slug
        count = self.checks.setdefault((slug, check.name), CheckCount(slug, check.name))
        count.verdicts[check.verdict] += 1
        if check.verdict is Verdict.FAILED and check.message is not None:
            count.groups.add(grade.student, check.message)
        if grade.status is Status.GRADED and check.verdict in (Verdict.PASSED, Verdict.FAILED):
            passed = check.verdict is Verdict.PASSED
            # Checks of one exercise follow from each other, so the rest is that of other exercises.
            count.outcomes.append((passed, grade.raw_score - exercise.earned))


def tally(grades: Iterable[SubmissionGrade], slugs: Sequence[str]) -> Tally:
    """The figures of a class from one pass over its grades."""
    figures = Tally(tuple(slugs))
    for grade in grades:
        figures.add(grade)
    return figures
