"""`autograder grade`: paths into grades, a table on the terminal, and reports in a folder."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
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

from autograder.course import Course
from autograder.errors import UsageError
from autograder.grade import Plan, grade_class, make_plan
from autograder.gradebook import Gradebook
from autograder.intake import find
from autograder.ledger import Statistics
from autograder.locks import NONE
from autograder.records import Status, SubmissionGrade
from autograder.report.csv_file import write_csv
from autograder.report.files import student_page
from autograder.report.pages import write_index, write_student_page
from autograder.report.table import class_table, summary
from autograder.report.wording import harmless
from autograder.run import Setup


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
    plan = make_plan(course, name, slugs, setup)
    console, progress_console = Console(), Console(stderr=True)
    if setup.fence.name == NONE:
        progress_console.print("[bold red]Student code runs without a fence.[/]")
    with (
        tempfile.TemporaryDirectory(prefix="autograder-") as workspace,
        Gradebook(out / "gradebook.sqlite") as gradebook,
    ):
        sources = find(paths, plan.slugs, Path(workspace))
        students = {source.student for source in sources}
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
        again = [g.student for g in gradebook.current(students) if g.status is Status.REGRADE]
    if setup.ledger is not None:
        console.print(Text(_trained(setup.ledger.statistics(), setup.audit)), soft_wrap=True)
    for path in (out / "index.html", out / "grades.csv", out / "students"):
        console.print(Text(f"written: {path}"), soft_wrap=True)
    if again:
        names = ", ".join(map(harmless, again))
        words = f"Not graded through our fault: {names}. Run the same command again."
        progress_console.print(Text(words, style="bold red"))
    return not again


def chosen(slugs: Sequence[str], only: Sequence[str]) -> tuple[str, ...]:
    """The slugs asked for, in the course's order; all of them when none is."""
    unknown = [slug for slug in only if slug not in slugs]
    if unknown:
        raise UsageError(f"There is no exercise {unknown[0]!r}; there are: {', '.join(slugs)}.")
    return tuple(slug for slug in slugs if slug in only or not only)


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
    style = "yellow" if grade.status is Status.REFUSED else "bold red"
    return Text(f"{harmless(grade.student)}: {grade.status}. {harmless(grade.reason)}", style=style)
