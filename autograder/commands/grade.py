"""`autograder grade`: grades paths, prints a table, and writes reports into a folder."""

from __future__ import annotations

import errno
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.cluster.courier import Courier
from autograder.cluster.dask_cluster import DaskCluster
from autograder.commands.class_reports import reports, write_reports
from autograder.commands.intake import find_work, one_of, sum_of
from autograder.commands.merge import part_of, take_over_whole
from autograder.commands.progress import Events, line_of, progress_bar
from autograder.commands.proposals import (
    LazyProposal,
    alone_in,
    open_gradebook,
    say_missing,
    say_to_run,
    told_of,
    whoever,
)
from autograder.commands.roster import Roster, keep_roster, roster_of, told_by, with_name
from autograder.course import Course, chosen
from autograder.grading.grade_class import Grades, grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, make_plan
from autograder.grading.proposals import open_number
from autograder.grading.rejudge import begin, to_run
from autograder.grading.secret import secret_in
from autograder.grading.shards import Shard, finish
from autograder.grading.shards import begin as begin_shard
from autograder.records import Refusal, Status, SubmissionGrade
from autograder.report.files import student_page
from autograder.report.pages import write_student_page
from autograder.report.table import class_table, summary
from autograder.report.wording import counted, harmless, said
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.temporary import TemporaryFolder, remove_leftovers
from autograder.submissions.intake import Source
from autograder.supervision.runner import Setup
from autograder.training.training_store import Statistics
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message
from autograder.wire.tier import FULL, NONE

EDITED = "graded after the course was changed"
# What the machine lacks, and not what somebody asked for wrongly.
SHORTAGES = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def grade_paths(  # noqa: PLR0913 - an argument an option
    course: Course,
    paths: Sequence[Path],
    out: Path,
    setup: Setup,
    *,
    jobs: int,
    assignment: str | None,
    only: Sequence[str],
    roster: Roster | None = None,
) -> bool:
    """Grades everything at `paths` into the folder `out`; whether all of it could be graded.

    In a course with several assignments each is graded that there is work for, unless one is named.
    """
    grades = partial(grade_class, jobs=jobs)
    grading = Grading(course, out, setup, grades, assignment, only, roster=roster, jobs=jobs)
    return grading.grade(paths)


def grade_on_cluster(  # noqa: PLR0913 - an argument an option
    course: Course,
    paths: Sequence[Path],
    out: Path,
    address: str,
    *,
    assignment: str | None,
    only: Sequence[str],
    roster: Roster | None,
    events: Events,
) -> bool:
    """The same by the workers of a Dask cluster, each in a sandbox of the tier `full`."""
    # Nothing runs here, whatever this machine offers.
    setup = Setup(Sandbox(FULL))
    notes = Console(stderr=True)
    with DaskCluster(address) as cluster:
        said = lambda text: notes.print(Text(harmless(text)), soft_wrap=True)  # noqa: E731
        courier = Courier(cluster, course, lambda: secret_in(out), said)
        grading = Grading(course, out, setup, courier.grades, assignment, only, roster=roster)
        return replace(grading, events=events, notes=notes).grade(paths)


@dataclass(slots=True)
class Grading:
    """Grades a class as far as it is new or changed, and writes its reports; more than once.

    `grades` does the work, wherever that is. A `shard` of a class goes into a gradebook of its own,
    without reports, until it is merged. With `events`, words for people are no output of this.
    A `brief` one prints no tables.
    """

    course: Course
    out: Path
    setup: Setup
    grades: Grades
    assignment: str | None = None
    only: Sequence[str] = ()
    shard: Shard | None = None
    roster: Roster | None = None
    events: Events = field(default_factory=Events)
    brief: bool = False
    jobs: int = 1
    # Where words on the way to a result go.
    notes: Console = field(default_factory=lambda: Console(stderr=True))
    _plans: dict[str, Plan] = field(default_factory=dict)

    def grade(self, paths: Sequence[Path]) -> bool:
        """Grades everything at `paths`; whether all of it could be graded."""
        course, out, shard = self.course, self.out, self.shard
        one = one_of(course, self.assignment, self.only)
        console, notes = self._console(), self.notes
        if self.setup.sandbox.name == NONE:
            notes.print("[bold red]Student code runs without a sandbox.[/]")
        remove_leftovers()
        again, defects, written = list[str](), list[str](), list[Path]()
        folder = out if shard is None else shard.folder(out)
        with (
            alone_in(folder),
            _shortages_told(),
            TemporaryFolder() as workspace,
            open_gradebook(course, folder, one or next(iter(course.table.assignments))) as book,
        ):
            entries, whole = find_work(course, one, paths, workspace.path)
            for path, layout in entries.layouts.items():
                notes.print(Text(f"{path}: read as {layout}"), soft_wrap=True)
            notes.print(Text(sum_of(entries)), soft_wrap=True)
            if self.roster is not None:
                self._keep(self.roster, [source.student for source in entries.sources])
            self.events.tell("found", students=len(entries.sources), aside=len(entries.aside))
            work = whole
            if shard is not None:
                begin_shard(folder)
                work = part_of(whole, shard)
                take_over_whole(course, out, book, work)
            for name, sources in work.by_assignment.items():
                if one is None:
                    console.print(Text(course.table.assignments[name].title, style="bold"))
                told = book.defects(name)
                done = self._grade(name, sources, book)
                once_more, broken = not_graded(done.ours, told)
                again, defects = again + once_more, defects + broken
                if shard is None:
                    self._report(name, sources, book, done)
                    place = reports(course, out, name)
                    written += [place / "index.html", place / "grades.csv", place / "students"]
            if shard is not None:
                finish(folder, {name: len(all_) for name, all_ in whole.by_assignment.items()})
                written.append(folder)
        if one is None and written and shard is None:
            written += [out / "index.html", out / "grades.csv"]
        self._say_end(work.others, written)
        _say_not_graded(again, defects, notes)
        self.events.tell("ended", again=again, defects=defects)
        return not again and not defects

    def _keep(self, roster: Roster, students: Sequence[str]) -> None:
        """Keeps the list of people, and says who is missing and who is not in it."""
        keep_roster(roster, self.out)
        for line in told_by(roster, students):
            self.notes.print(Text(line), soft_wrap=True)

    def _say_end(self, others: Sequence[Refusal], written: Sequence[Path]) -> None:
        """Says what was graded nowhere, what was trained, and where the reports are."""
        console = self._console()
        for refusal in others:
            words = f"{harmless(refusal.student)}: {harmless(said(refusal.reason))}"
            console.print(Text(words, style="yellow"), soft_wrap=True)
        if self.setup.store is not None:
            words = _trained(self.setup.store.statistics(), self.setup.audit)
            console.print(Text(words), soft_wrap=True)
        for path in () if self.brief else written:
            console.print(Text(f"written: {path}"), soft_wrap=True)

    def _grade(self, name: str, sources: Sequence[Source], book: Gradebook) -> Done:
        """Grades the work for one assignment."""
        console, notes, roster = self._console(), self.notes, roster_of(self.out)
        plan = self._plan(name)
        folder, students = reports(self.course, self.out, name), {one.student for one in sources}
        say_to_run(to_run(plan, book, students), notes)
        number = begin(plan, book, EDITED, whoever(), students)
        proposal = LazyProposal(book, name, EDITED, number)
        done = Done()
        self.events.tell("grading", assignment=name, students=len(sources))
        if words := how_long(book, name, students, self.jobs):
            notes.print(Text(words), soft_wrap=True)
        with (
            progress_bar(notes) as progress,
            # Closed before the gradebook is, so that Ctrl-C ends every worker first.
            closing(self.grades(sources, plan, book, proposal)) as grades,
        ):
            task = progress.add_task("grading", total=len(sources))
            for source, grade in grades:
                progress.advance(task)
                if grade is None:
                    done.unchanged += 1
                    self.events.tell("unchanged", assignment=name, student=source.student)
                    continue
                if grade.status is Status.REGRADE:
                    done.ours.append(grade)
                elif self.shard is None:
                    page = student_page(folder, grade.student)
                    title = self.course.table.assignments[name].title
                    shown = with_name(grade, roster)
                    write_student_page(page, shown, self.course.table.title, title)
                    done.written.add(grade.student)
                self.events.tell_grade(name, grade)
                progress.console.print(line_of(grade))
        if done.unchanged:
            console.print(f"{counted(done.unchanged, 'submission')} unchanged.")
        return done

    def _report(self, name: str, sources: Sequence[Source], book: Gradebook, done: Done) -> None:
        """Writes all reports of an assignment, and prints the table of those who were graded."""
        console = self._console()
        students = {source.student for source in sources}
        found = write_reports(self.course, name, self.out, book, students, but=done.written)
        if not self.brief:
            console.print(class_table(found.some))
            for line in summary(found.some):
                console.print(Text(line))
        if not self.only:
            say_missing(found, self.course, self.out, name, console)
        number = open_number(book, name)
        if number is not None:
            words = told_of(book, self.course, self.out, name, number)
            console.print(Text(words), soft_wrap=True)

    def _plan(self, name: str) -> Plan:
        """What an assignment is graded by, made once: the process that judges keeps it."""
        if name not in self._plans:
            slugs = chosen(self.course.table.assignments[name].exercises, self.only)
            secret = secret_in(self.out)
            self._plans[name] = make_plan(self.course, name, slugs, self.setup, secret)
        return self._plans[name]

    def _console(self) -> Console:
        """Where words of a result go: not where programs read."""
        return Console(stderr=self.events.is_on)


@dataclass(slots=True)
class Done:
    """What became of the work for one assignment: what failed through our fault, whose pages were
    written, and for how many nothing changed.
    """

    ours: list[SubmissionGrade] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    unchanged: int = 0


def how_long(book: Gradebook, assignment: str, students: Collection[str], jobs: int) -> str:
    """How many of these are new and how long they may take, where it is known of others."""
    seconds = book.seconds_a_hand_in(assignment)
    new = len({*students} - {one.student for one in book.hand_ins(assignment)})
    if seconds is None or not new:
        return ""
    whole = f"{timedelta(seconds=round(new * seconds / jobs))}"
    return f"{new} of {len(students)} are new: {whole} at most, at {seconds:.1f} s each as before."


def _say_not_graded(again: Sequence[str], defects: Sequence[str], console: Console) -> None:
    if again:
        names = ", ".join(map(harmless, again))
        words = f"Not graded through our fault: {names}. Run the same command again."
        console.print(Text(words, style="bold red"))
    if defects:
        names = ", ".join(map(harmless, defects))
        words = (
            f"Not graded through a defect of ours: {names}. Their pages say where it is; report it."
            " Grading again changes nothing until it is repaired."
        )
        console.print(Text(words, style="bold red"))


def not_graded(
    grades: Iterable[SubmissionGrade], told: Mapping[str, Message | None]
) -> tuple[list[str], list[str]]:
    """Those who are to be graded again, and those whom a defect of ours keeps from being graded.

    What was `told` before, and will be so until it is repaired, is no failure of this command.
    """
    ours = [grade for grade in grades if grade.status is Status.REGRADE]
    again = [grade.student for grade in ours if not grade.is_defect]
    defects = [one.student for one in ours if one.is_defect and told.get(one.student) != one.reason]
    return again, defects


@contextmanager
def _shortages_told() -> Iterator[None]:
    """What the machine lacks in the middle of a run is said in a sentence."""
    try:
        yield
    except OSError as error:
        if error.errno not in SHORTAGES:
            raise
        raise UsageError(
            f"Grading stopped: {error}. What was graded so far is kept; fix that and run the same"
            " command again."
        ) from error


def _trained(done: Statistics, audit: float) -> str:
    """What was trained and what was looked up, in a sentence."""
    words = f"trainings: {done.misses} done ({done.training_seconds:.0f} s), {done.hits} looked up"
    if audit:
        words += f"; {done.audited} done again, {done.differences} of them with another result"
    return f"{words}; {done.entries} remembered ({done.megabytes:.0f} MB)"
