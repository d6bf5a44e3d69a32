"""What a proposal does to a class: who loses points, and how each check's verdicts move.

Two verdicts are the same whatever words go with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from typing import Protocol

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from autograder.records import ExerciseGrade, Status, SubmissionGrade, Verdict
from autograder.report.files import replacing
from autograder.report.pages import environment
from autograder.report.wording import counted, harmless, number, percent, sentence_of, title_of

PAGES = "proposal-*.html"
NAMES_SHOWN = 8
MOST_ROWS = 30
Cell = tuple[str, str]
# A check that there was not before, or is not any more.
ABSENT = "none"
# The state of a proposal that counts.
PUBLISHED = "published"


class IsJudging(Protocol):
    """The part of a judging that is shown."""

    @property
    def grade(self) -> ExerciseGrade: ...
    @property
    def shown_at(self) -> str | None: ...
    @property
    def published_at(self) -> str | None: ...


class IsChange(Protocol):
    """One exercise of one student, before and after."""

    @property
    def student(self) -> str: ...
    @property
    def old(self) -> IsJudging: ...
    @property
    def new(self) -> IsJudging: ...


class IsProposal(Protocol):
    """What there is to say of a proposal."""

    @property
    def number(self) -> int: ...
    @property
    def reason(self) -> str: ...
    @property
    def who(self) -> str: ...
    @property
    def opened_at(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def pending(self) -> Mapping[str, int]: ...


@dataclass(slots=True)
class StudentChange:
    """What changes for one student; `shown` says that they may have seen the old grade.

    `exercises` have what was earned and is, in words, and `moved` says whether any verdict differs:
    a check may only be worth something else.
    """

    student: str
    points: float = 0.0
    exercises: list[tuple[str, str, str]] = field(default_factory=list)
    moved: bool = False
    shown: bool = False


@dataclass(slots=True)
class Matrix:
    """One check: the class by the verdict that each had and the one they would have."""

    slug: str
    name: str
    points: tuple[float, float]
    cells: dict[Cell, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def moves(self) -> list[tuple[Cell, list[str]]]:
        """The cells in which something changes."""
        return sorted((cell, names) for cell, names in self.cells.items() if cell[0] != cell[1])

    def verdicts(self, place: int) -> list[str]:
        """Those that a table of it has before (0) or after (1)."""
        anywhere = {verdict for cell in self.cells for verdict in cell} - {ABSENT}
        shown = anywhere | {Verdict.PASSED.value, Verdict.FAILED.value}
        is_absent = any(cell[place] == ABSENT for cell in self.cells)
        return [
            *(one.value for one in Verdict if one.value in shown),
            *([ABSENT] if is_absent else []),
        ]


@dataclass(slots=True)
class Difference:
    """A proposal in figures. `means` and `rates` are those of the whole class, before and after.

    `most` are the means of what could be earned. `kept` counts the exercises that would have lost
    points when it was published, and did not.
    """

    proposal: IsProposal
    students: list[StudentChange]
    matrices: list[Matrix]
    means: tuple[float, float] | None = None
    most: tuple[float, float] = (0.0, 0.0)
    rates: dict[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    kept: int = 0

    @property
    def losing(self) -> list[StudentChange]:
        return [one for one in self.students if one.points < 0]

    @property
    def gaining(self) -> list[StudentChange]:
        return [one for one in self.students if one.points > 0]

    @property
    def shown(self) -> int:
        return sum(one.shown for one in self.students)

    def in_words(self) -> str:
        """The proposal in a sentence."""
        students = counted(len(self.students), "student")
        kinds = {"verdicts" if one.moved else "points" for one in self.students} or {"verdicts"}
        what = f"other {' or '.join(sorted(kinds, reverse=True))}"
        losing, gaining = len(self.losing), len(self.gaining)
        if self.proposal.state == PUBLISHED:
            return f"{students} got {what}: {losing} lost points, {gaining} gained some."
        return (
            f"{students} would have {what}: {losing} {'loses' if losing == 1 else 'lose'}"
            f" points, {gaining} {'gains' if gaining == 1 else 'gain'} some."
        )

    @property
    def mean(self) -> str:
        """The mean before and after, and out of how much where that changes."""
        if self.means is None:
            return ""
        return " → ".join(in_figures(self.means, self.most))


def difference_of(
    proposal: IsProposal,
    changes: Iterable[IsChange],
    grades: Iterable[SubmissionGrade] = (),
) -> Difference:
    """What the changes of a proposal come to; `grades` are the class's own, as they count.

    Where it was decided already, they are as they counted before that.
    """
    by_student: dict[str, StudentChange] = {}
    matrices: dict[tuple[str, str], Matrix] = {}
    proposed: dict[tuple[str, str], ExerciseGrade] = {}
    kept = 0
    for change in changes:
        if proposal.state == PUBLISHED and change.new.published_at is None:
            kept += 1
            continue
        old, new = change.old.grade, change.new.grade
        proposed[change.student, new.slug] = new
        student = by_student.setdefault(change.student, StudentChange(change.student))
        student.points += new.earned - old.earned
        figures = in_figures((old.earned, new.earned), (old.points, new.points))
        student.exercises.append((new.slug, *figures))
        student.shown |= change.old.shown_at is not None
        before = {check.name: check for check in old.checks}
        after = {check.name: check for check in new.checks}
        for name in {**before, **after}:
            one, other = before.get(name), after.get(name)
            points = (one.points if one else 0.0, other.points if other else 0.0)
            matrix = matrices.setdefault((new.slug, name), Matrix(new.slug, name, points))
            cell = (one.verdict.value if one else ABSENT, other.verdict.value if other else ABSENT)
            matrix.cells[cell].append(change.student)
            student.moved |= cell[0] != cell[1]
    found = Difference(
        proposal,
        sorted(by_student.values(), key=lambda one: (one.points, one.student)),
        [one for one in matrices.values() if one.moves or one.points[0] != one.points[1]],
        kept=kept,
    )
    _of_class(found, grades, proposed)
    return found


def _of_class(
    found: Difference,
    grades: Iterable[SubmissionGrade],
    proposed: Mapping[tuple[str, str], ExerciseGrade],
) -> None:
    scores: tuple[list[float], list[float]] = ([], [])
    most: tuple[list[float], list[float]] = ([], [])
    matrices = {(one.slug, one.name): one for one in found.matrices}
    passed: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for grade in grades:
        if grade.status not in (Status.GRADED, Status.PARTIAL):
            continue
        gained, worth = 0.0, 0.0
        for old in grade.exercises:
            new = proposed.get((grade.student, old.slug), old)
            gained += new.earned - old.earned
            worth += new.points - old.points
            verdicts = {check.name: check.verdict for check in new.checks}
            # A check that is gone is passed by nobody, and failed by nobody.
            for check in (one for one in old.checks if one.name in verdicts):
                pair = (check.verdict, verdicts[check.name])
                is_passed = tuple(one is Verdict.PASSED for one in pair)
                passed[old.slug, check.name].append((is_passed[0], is_passed[1]))
                matrix = matrices.get((old.slug, check.name))
                if new is old and matrix is not None:
                    matrix.cells[check.verdict.value, check.verdict.value].append(grade.student)
        if grade.status is Status.GRADED:
            scores[0].append(grade.raw_score)
            scores[1].append(grade.raw_score + gained)
            most[0].append(grade.max_score)
            most[1].append(grade.max_score + worth)
    if scores[0]:
        found.means = fmean(scores[0]), fmean(scores[1])
        found.most = fmean(most[0]), fmean(most[1])
    for key, pairs in passed.items():
        before, after = (fmean(pair[place] for pair in pairs) for place in (0, 1))
        found.rates[key] = before, after


# ---- shown --------------------------------------------------------------------------------------


def in_terminal(found: Difference) -> RenderableType:
    """The difference as a terminal shows it: those who lose points first."""
    parts: list[RenderableType] = [Text(line) for line in lines(found)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for name in ("student", "points", "exercises", "saw the old grade"):
        table.add_column(name, justify="right" if name == "points" else "left")
    for one in found.students[:MOST_ROWS]:
        exercises = ", ".join(f"{slug} {old} → {new}" for slug, old, new in one.exercises)
        seen = "perhaps" if one.shown else "no"
        table.add_row(Text(harmless(one.student)), signed(one.points), Text(exercises), seen)
    if found.students:
        parts.append(table)
    if len(found.students) > MOST_ROWS:
        parts.append(Text(f"and {len(found.students) - MOST_ROWS} more, on the page"))
    for matrix in found.matrices:
        parts.append(Text(f"{sentence_of(matrix.slug, matrix.name)} ({matrix.slug})", "bold"))
        parts += [Text(f"  {line}") for line in told(matrix, found)]
    return Group(*parts)


def lines(found: Difference) -> Sequence[str]:
    """What holds for the whole proposal."""
    one = found.proposal
    said = [
        f"Proposal {one.number} ({one.state}), by {harmless(one.who)}: {harmless(one.reason)}",
        found.in_words(),
    ]
    if found.shown:
        said.append(f"{found.shown} of them may have seen the old grade.")
    if found.means is not None:
        said.append(f"Mean of what was earned: {found.mean}.")
    if found.kept:
        exercises = counted(found.kept, "exercise")
        said.append(f"{exercises} would have lost points, and kept the verdicts there were.")
    said += [
        f"{counted(count, 'exercise is', 'exercises are')} undecided ({why})."
        for why, count in one.pending.items()
    ]
    return said


def told(matrix: Matrix, found: Difference) -> Sequence[str]:
    """What moves in one check."""
    said = []
    if matrix.points[0] != matrix.points[1]:
        said.append(f"points {number(matrix.points[0])} → {number(matrix.points[1])}")
    rates = found.rates.get((matrix.slug, matrix.name))
    if rates is not None and rates[0] != rates[1]:
        said.append(f"passed by {percent(rates[0])} → {percent(rates[1])} of the class")
    for (old, new), names in matrix.moves:
        shown = ", ".join(map(harmless, names[:NAMES_SHOWN]))
        rest = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        said.append(f"{old} → {new}: {len(names)} ({shown}{rest})")
    return said


def in_figures(earned: tuple[float, float], most: tuple[float, float]) -> tuple[str, str]:
    """Points before and after, and out of how many where that changes."""
    out_of = [f" of {number(each)}" if most[0] != most[1] else "" for each in most]
    return f"{number(earned[0])}{out_of[0]}", f"{number(earned[1])}{out_of[1]}"


def signed(points: float) -> str:
    """Points with their sign."""
    return f"{'+' if points > 0 else ''}{number(points)}"


def write_difference(
    path: Path, found: Difference, course_title: str, assignment_title: str
) -> None:
    """The difference as a page of its own."""
    page = environment().get_template("difference.html.j2")
    parts = page.generate(
        course_title=course_title,
        assignment_title=assignment_title,
        found=found,
        lines=lines(found),
        before=lambda check: check.verdicts(0),
        after=lambda check: check.verdicts(1),
        signed=signed,
        title_of=title_of,
    )
    with replacing(path) as file:
        file.writelines(parts)
