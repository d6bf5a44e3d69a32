"""`autograder grade`: grades paths, prints a table, and writes reports into a folder."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder.commands.class_reports import reports, write_reports
from autograder.commands.intake import find_work, one_of, sum_of
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
from autograder.grading.grade_class import grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, make_plan
from autograder.grading.proposals import open_number
from autograder.grading.rejudge import begin, to_run
from autograder.grading.secret import secret_in
from autograder.records import Status, SubmissionGrade
from autograder.report.files import student_page
from autograder.report.pages import write_student_page
from autograder.report.table import class_table, summary
from autograder.report.wording import UNGRADED, counted, harmless, said
from autograder.sandbox.temporary import TemporaryFolder, remove_leftovers
from autograder.submissions.intake import Source
from autograder.supervision.runner import Setup
from autograder.training.training_store import Statistics
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message
from autograder.wire.tier import NONE

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
    one = one_of(course, assignment, only)
    console, progress_console = Console(), Console(stderr=True)
    if setup.sandbox.name == NONE:
        progress_console.print("[bold red]Student code runs without a sandbox.[/]")
    remove_leftovers()
    again, defects, written = list[str](), list[str](), list[Path]()
    with (
        alone_in(out),
        _shortages_told(),
        TemporaryFolder() as workspace,
        open_gradebook(course, out, one or next(iter(course.table.assignments))) as gradebook,
    ):
        entries, work = find_work(course, one, paths, workspace.path)
        progress_console.print(Text(sum_of(entries)), soft_wrap=True)
        if roster is not None:
            keep_roster(roster, out)
            students = [source.student for source in entries.sources]
            for line in told_by(roster, students):
                progress_console.print(Text(line), soft_wrap=True)
        for name, sources in work.by_assignment.items():
            if one is None:
                console.print(Text(course.table.assignments[name].title, style="bold"))
            slugs = chosen(course.table.assignments[name].exercises, only)
            plan = make_plan(course, name, slugs, setup, secret_in(out))
            told = gradebook.defects(name)
            ours = _grade(course, out, plan, sources, gradebook, jobs=jobs, all_of_it=not only)
            once_more, broken = not_graded(ours, told)
            again, defects = again + once_more, defects + broken
            folder = reports(course, out, name)
            written += [folder / "index.html", folder / "grades.csv", folder / "students"]
    for refusal in work.others:
        words = f"{harmless(refusal.student)}: {harmless(said(refusal.reason))}"
        console.print(Text(words, style="yellow"), soft_wrap=True)
    if setup.store is not None:
        console.print(Text(_trained(setup.store.statistics(), setup.audit)), soft_wrap=True)
    if one is None and written:
        written += [out / "index.html", out / "grades.csv"]
    for path in written:
        console.print(Text(f"written: {path}"), soft_wrap=True)
    _say_not_graded(again, defects, progress_console)
    return not again and not defects


def _grade(
    course: Course,
    out: Path,
    plan: Plan,
    sources: Sequence[Source],
    gradebook: Gradebook,
    *,
    jobs: int,
    all_of_it: bool,
) -> list[SubmissionGrade]:
    """Grades the work for one assignment; returns what could not be graded through our fault."""
    console, progress_console = Console(), Console(stderr=True)
    name, title = plan.assignment, course.table.assignments[plan.assignment].title
    folder, students = reports(course, out, name), {source.student for source in sources}
    roster = roster_of(out)
    say_to_run(to_run(plan, gradebook, students), progress_console)
    number = begin(plan, gradebook, EDITED, whoever(), students)
    proposal = LazyProposal(gradebook, name, EDITED, number)
    ours, written, unchanged = list[SubmissionGrade](), set[str](), 0
    with (
        progress_bar(progress_console) as progress,
        # Closed before the gradebook is, so that Ctrl-C ends every worker first.
        closing(grade_class(sources, plan, gradebook, jobs=jobs, proposal=proposal)) as grades,
    ):
        task = progress.add_task("grading", total=len(sources))
        for grade in grades:
            progress.advance(task)
            if grade is None:
                unchanged += 1
                continue
            if grade.status is Status.REGRADE:
                ours.append(grade)
            else:
                page = student_page(folder, grade.student)
                write_student_page(page, with_name(grade, roster), course.table.title, title)
                written.add(grade.student)
            progress.console.print(_line(grade))
    if unchanged:
        console.print(f"{counted(unchanged, 'submission')} unchanged.")
    found = write_reports(course, name, out, gradebook, students, but=written)
    console.print(class_table(found.some))
    for line in summary(found.some):
        console.print(Text(line))
    if all_of_it:
        say_missing(found, course, out, name, console)
    number = open_number(gradebook, name)
    if number is not None:
        console.print(Text(told_of(gradebook, course, out, name, number)), soft_wrap=True)
    return ours


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


def progress_bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


def _line(grade: SubmissionGrade) -> Text:
    """One line for one submission, as soon as it is graded."""
    if grade.status is Status.PARTIAL:
        exercises = counted(len(grade.exercises), "exercise")
        points = f"{sum(map(grade.earned, grade.exercises)):g} points"
        return Text(f"{harmless(grade.student)}: {UNGRADED[grade.status]}, {exercises}: {points}")
    if grade.status is Status.GRADED:
        return Text(f"{harmless(grade.student)}: {grade.score:g} of {grade.max_score:g}")
    style = "bold red" if grade.status is Status.REGRADE else "yellow"
    return Text(
        f"{harmless(grade.student)}: {UNGRADED[grade.status]}. {harmless(said(grade.reason))}",
        style=style,
    )
