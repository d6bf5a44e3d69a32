"""`autograder grade`: grades paths, prints a table, and writes reports into a folder."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
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

from autograder.course import Course, chosen
from autograder.grading.grade import grade_class
from autograder.grading.gradebook import Gradebook
from autograder.grading.plan import Plan, make_plan
from autograder.grading.secret import secret_in
from autograder.records import Status, SubmissionGrade
from autograder.report.csv_file import write_csv
from autograder.report.files import remove_drafts, student_page
from autograder.report.pages import write_index, write_student_page
from autograder.report.table import class_table, summary
from autograder.report.wording import UNGRADED, harmless, said
from autograder.sandbox.temporary import TemporaryFolder, remove_leftovers
from autograder.submissions.intake import find
from autograder.supervision.runner import Setup
from autograder.training.training_store import Statistics
from autograder.wire.errors import UsageError
from autograder.wire.messages import Message
from autograder.wire.tier import NONE

# What the machine lacks, and not what somebody asked for wrongly.
SHORTAGES = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def grade_paths(
    course: Course,
    paths: Sequence[Path],
    out: Path,
    setup: Setup,
    *,
    jobs: int,
    assignment: str | None,
    only: Sequence[str],
) -> bool:
    """Grades everything at `paths` into the folder `out`; whether all of it could be graded."""
    name, table = course.assignment(assignment)
    slugs = chosen(table.exercises, only)
    console, progress_console = Console(), Console(stderr=True)
    if setup.sandbox.name == NONE:
        progress_console.print("[bold red]Student code runs without a sandbox.[/]")
    remove_leftovers()
    with (
        _alone_in(out),
        _told(),
        TemporaryFolder() as workspace,
        Gradebook(out / "gradebook.sqlite") as gradebook,
    ):
        plan = make_plan(course, name, slugs, setup, secret_in(out))
        sources = find(paths, plan.slugs, workspace.path)
        students = {source.student for source in sources}
        told = {g.student: g.reason for g in gradebook.current(students) if g.is_defect}
        with (
            _progress(progress_console) as progress,
            # Closed before the gradebook is, so that Ctrl-C ends every worker first.
            closing(grade_class(sources, plan, gradebook, jobs=jobs)) as grades,
        ):
            task = progress.add_task("grading", total=len(sources))
            for grade in grades:
                page = student_page(out, grade.student)
                write_student_page(page, grade, course.table.title, table.title)
                progress.console.print(_line(grade))
                progress.advance(task)
        _write_reports(course, plan, out, gradebook, students)
        console.print(class_table(gradebook.current(students), plan.slugs))
        for line in summary(gradebook.current(students), plan.slugs):
            console.print(Text(line))
        again, defects = not_graded(gradebook.current(students), told)
    if setup.store is not None:
        console.print(Text(_trained(setup.store.statistics(), setup.audit)), soft_wrap=True)
    for path in (out / "index.html", out / "grades.csv", out / "students"):
        console.print(Text(f"written: {path}"), soft_wrap=True)
    if again:
        names = ", ".join(map(harmless, again))
        words = f"Not graded through our fault: {names}. Run the same command again."
        progress_console.print(Text(words, style="bold red"))
    if defects:
        names = ", ".join(map(harmless, defects))
        words = (
            f"Not graded through a defect of ours: {names}. Their pages say where it is; report it."
            " Grading again changes nothing until it is repaired."
        )
        progress_console.print(Text(words, style="bold red"))
    return not again and not defects


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
def _alone_in(out: Path) -> Iterator[None]:
    """Holds off other runs with the same folder, and clears away what a killed one left there."""
    lock = FileLock(out / ".lock")
    try:
        out.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout as error:
        raise UsageError(
            f"Another run is grading into {out}; wait for its end, or choose another folder."
        ) from error
    except OSError as error:
        raise UsageError(
            f"{out} cannot be written to: {error.strerror or error}. Choose another folder, or see"
            " to that."
        ) from error
    try:
        remove_drafts(out)
        _refuse_emptied(out)
        yield
    finally:
        lock.release()


@contextmanager
def _told() -> Iterator[None]:
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


def _refuse_emptied(out: Path) -> None:
    book = out / "gradebook.sqlite"
    if (out / "grades.csv").exists() and book.exists() and not book.stat().st_size:
        raise UsageError(
            f"The gradebook {book} is empty, though there are reports of grades beside it; restore"
            " a copy, or delete it to grade everything again."
        )


def _write_reports(
    course: Course, plan: Plan, out: Path, gradebook: Gradebook, students: set[str]
) -> None:
    write_csv(out / "grades.csv", gradebook.current(students), plan.slugs)
    write_index(
        out / "index.html",
        gradebook.current(students),
        plan.slugs,
        course_title=course.table.title,
        assignment_title=course.table.assignments[plan.assignment].title,
        when=datetime.now(UTC),
    )


def _trained(done: Statistics, audit: float) -> str:
    """What was trained and what was looked up, in a sentence."""
    words = f"trainings: {done.misses} done ({done.training_seconds:.0f} s), {done.hits} looked up"
    if audit:
        words += f"; {done.audited} done again, {done.differences} of them with another result"
    return f"{words}; {done.entries} remembered ({done.megabytes:.0f} MB)"


def _progress(console: Console) -> Progress:
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
    if grade.status is Status.GRADED:
        return Text(f"{harmless(grade.student)}: {grade.score:g} of {grade.max_score:g}")
    style = "bold red" if grade.status is Status.REGRADE else "yellow"
    return Text(
        f"{harmless(grade.student)}: {UNGRADED[grade.status]}. {harmless(said(grade.reason))}",
        style=style,
    )
