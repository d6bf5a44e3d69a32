"""Grades what a student uploaded to Gradescope into `results.json`; `run_autograder` starts it.

What it prints is shown to instructors alone, and so may say what went wrong on our side. Student
code's own output never comes this way.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from autograder.course import read_course
from autograder.gradescope.results import encode, results
from autograder.grading.grade_class import grade_within_limits
from autograder.grading.plan import Plan, make_plan, make_setup
from autograder.grading.secret import FILE, read_secret
from autograder.records import Status, SubmissionGrade, Verdict
from autograder.report.files import replacing
from autograder.report.wording import UNGRADED, capped, harmless, number, said, why
from autograder.sandbox.temporary import TemporaryFolder
from autograder.sandbox.tiers import choose_sandbox
from autograder.submissions.chosen_files import hand_in, visible
from autograder.submissions.intake import Source
from autograder.submissions.sources import safe_name
from autograder.supervision.runner import Runner
from autograder.wire.errors import AutograderError, RefusedSubmission


class User(msgspec.Struct, frozen=True):
    """One of those who handed in."""

    name: str = ""


class Assignment(msgspec.Struct, frozen=True):
    """What the platform knows of the assignment; a number in quotes."""

    total_points: str | float | None = None


class Metadata(msgspec.Struct, frozen=True):
    """The part of `submission_metadata.json` that is used here."""

    users: tuple[User, ...] = ()
    assignment: Assignment = Assignment()


def run(root: Path, assignment: str) -> bool:
    """Grades the folder `submission` below `root`; whether it could be graded."""
    started = time.monotonic()
    metadata = read_metadata(root / "submission_metadata.json")
    course = read_course(root / "source")
    name, table = course.assignment(assignment)
    setup = make_setup(course, choose_sandbox())
    secret = read_secret(course.root / FILE)
    plan = make_plan(course, name, table.exercises, setup, secret)
    for warning in warnings(metadata, plan.points):
        click.echo(warning)
    grade = graded(root / "submission", student_of(metadata), plan)
    found = results(grade, time.monotonic() - started)
    if found is not None:
        with replacing(root / "results" / "results.json") as file:
            file.write(encode(found))
    for line in told(grade):
        click.echo(line)
    return found is not None


def graded(folder: Path, student: str, plan: Plan) -> SubmissionGrade:
    """The grade of what lies in the folder, or of the reason why it cannot be read."""
    runner = Runner(plan.setup)
    try:
        with TemporaryFolder() as workspace:
            source = source_of(folder, student, plan.slugs, workspace.path)
            return grade_within_limits(source, plan, runner)
    finally:
        runner.close()


def source_of(folder: Path, student: str, slugs: tuple[str, ...], workspace: Path) -> Source:
    """All that was uploaded, as one student's work: a notebook, a file an exercise, or a zip."""
    try:
        files, notes = hand_in(visible(folder), slugs)
    except RefusedSubmission as error:
        return Source(student, folder, (), workspace, reason=error.message)
    return Source(student, folder, files, workspace, notes)


def read_metadata(path: Path) -> Metadata:
    """What Gradescope says of a submission; nothing where that is not to be understood."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Metadata)
    except (OSError, msgspec.MsgspecError):
        return Metadata()


def student_of(metadata: Metadata) -> str:
    """Who handed in, for the instructor's eye alone."""
    return ", ".join(safe_name(user.name) for user in metadata.users) or safe_name("")


def warnings(metadata: Metadata, points: float) -> Iterator[str]:
    """What is set on Gradescope in a way that grades would come out wrong."""
    try:
        total = float(metadata.assignment.total_points or points)
    except ValueError:
        return
    if total < points:
        yield (
            f"!! This assignment is worth {number(total)} points on Gradescope, and its exercises"
            f" {number(points)}: set that as `Autograder points` there."
        )


def told(grade: SubmissionGrade) -> Iterator[str]:
    """What became of it, for the instructor: in a line, and what failed where that was ours."""
    if grade.status is Status.GRADED:
        points = f"{number(grade.score)} of {number(grade.max_score)} points"
        yield f"{grade.student}: {points}, in the tier {grade.sandbox!r} of the sandbox."
        return
    reason = harmless(said(grade.reason))
    if grade.status is not Status.REGRADE:
        yield f"{grade.student}: {UNGRADED[grade.status]}. {reason}"
        return
    yield f"{grade.student}: not graded, through our fault and not the student's. {reason}"
    for exercise in grade.exercises:
        for check in exercise.checks:
            if check.verdict is Verdict.ERROR:
                yield f"  {exercise.slug}: {check.name}: {harmless(capped(why(check).seen))}"


def main(root: str, assignment: str) -> int:
    """Runs, and says an error that is a sentence as one; returns an exit code."""
    try:
        return 0 if run(Path(root), assignment) else 1
    except AutograderError as error:
        click.echo(f"autograder: {error}")
        return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
