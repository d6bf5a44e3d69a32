"""The commands on what a gradebook holds: judging again, and one student's grades."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.options import (
    assignment_option,
    jobs_option,
    out_option,
    tier_option,
    unsandboxed_option,
)
from autograder.export import FORMATS
from autograder.wire.errors import UsageError
from autograder.wire.tier import Tier

# A hundred years.
MOST_DAYS = 36_500


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@out_option
@assignment_option
@click.option("--reason", required=True, metavar="TEXT", help="Why; kept in the history.")
@click.option("--run", is_flag=True, help="Run what must run first, and then judge that too.")
@jobs_option
@unsandboxed_option
@tier_option
def rejudge(  # noqa: PLR0913 - an argument an option
    *,
    slugs: tuple[str, ...],
    out: Path,
    assignment: str | None,
    reason: str,
    run: bool,
    jobs: int,
    allow_unsandboxed: bool,
    require_tier: Tier | None,
) -> None:
    """Judge a graded class again by the evidence that was kept.

    Makes a proposal of all exercises, or only of the SLUGs; no grade changes before `publish`. No
    student code runs, and what must run first is counted, with the reason.
    """
    from autograder.commands.proposals import rejudge_class
    from autograder.course import find_course
    from autograder.grading.plan import make_setup
    from autograder.sandbox.tiers import choose_sandbox

    course = find_course(Path.cwd())
    sandbox = choose_sandbox(allow_unsandboxed=allow_unsandboxed, require=require_tier)
    setup = make_setup(course, sandbox)
    complete = rejudge_class(
        course, out, setup, assignment=assignment, slugs=slugs, reason=reason, run=run, jobs=jobs
    )
    sys.exit(0 if complete else 1)


@click.command()
@out_option
def merge(out: Path) -> None:
    """Put the shards of a class together, as `grade --shard` left them.

    Exits with 1 where one is missing or did not come to its end.
    """
    from autograder.commands.merge import merge_shards
    from autograder.course import find_course

    sys.exit(0 if merge_shards(find_course(Path.cwd()), out) else 1)


@click.command()
@click.argument("number", type=int, required=False, metavar="[N]")
@out_option
@assignment_option
def diff(number: int | None, out: Path, assignment: str | None) -> None:
    """See what the open proposal changes, or proposal N; also as a page."""
    from autograder.commands.proposals import show_difference
    from autograder.course import find_course

    show_difference(find_course(Path.cwd()), out, assignment=assignment, number=number)


@click.command()
@click.argument("number", type=int, required=False, metavar="[N]")
@out_option
@assignment_option
@click.option(
    "--never-lower", is_flag=True, help="Exercises that would lose points keep their verdicts."
)
def publish(number: int | None, out: Path, assignment: str | None, never_lower: bool) -> None:
    """Make the open proposal count, or proposal N: all of it, or nothing."""
    from autograder.commands.proposals import publish_proposal
    from autograder.course import find_course

    course = find_course(Path.cwd())
    publish_proposal(course, out, assignment=assignment, number=number, never_lower=never_lower)


@click.command()
@click.argument("number", type=int, required=False, metavar="[N]")
@out_option
@assignment_option
def discard(number: int | None, out: Path, assignment: str | None) -> None:
    """Drop the open proposal, or proposal N; every grade stays."""
    from autograder.commands.proposals import discard_proposal
    from autograder.course import find_course

    discard_proposal(find_course(Path.cwd()), out, assignment=assignment, number=number)


@click.command()
@click.argument("student", required=False)
@click.argument("slug", required=False)
@out_option
@assignment_option
@click.option("--points", type=float, help="How many more; less with a minus.")
@click.option("--comment", metavar="TEXT", help="Why; the student reads it.")
@click.option("--check", metavar="NAME", help="The check of the exercise that it is about.")
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Record all of a sheet that `autograder answers` wrote.",
)
def adjust(  # noqa: PLR0913 - an argument an option
    *,
    student: str | None,
    slug: str | None,
    out: Path,
    assignment: str | None,
    points: float | None,
    comment: str | None,
    check: str | None,
    sheet: Path | None,
) -> None:
    """Give or take points by hand: in the exercise SLUG, or in the whole assignment.

    No rejudging touches them, and they count for a later hand-in too.
    """
    from autograder.commands.answers import adjust_by_sheet
    from autograder.commands.students import adjust_points
    from autograder.course import find_course

    course = find_course(Path.cwd())
    if sheet is not None:
        if [student, slug, points, comment, check] != [None] * 5:
            raise click.UsageError("--sheet says whose points and why; leave the rest out.")
        adjust_by_sheet(course, out, assignment=assignment, file=sheet)
        return
    if student is None or points is None or comment is None:
        raise click.UsageError("Name a STUDENT, --points and --comment, or a --sheet.")
    adjust_points(
        course,
        out,
        assignment=assignment,
        student=student,
        slug=slug,
        check=check,
        points=points,
        comment=comment,
    )


@click.command()
@click.argument("slug", required=False)
@out_option
@assignment_option
@click.option(
    "--to", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE"
)
def answers(slug: str | None, out: Path, assignment: str | None, to: Path) -> None:
    """Write the written answers, without names, as a sheet for points and remarks.

    Those to the exercise SLUG, or all, in the order of the page of answers. `adjust --sheet FILE`
    records what you fill in.
    """
    from autograder.commands.answers import write_sheet
    from autograder.course import find_course

    write_sheet(find_course(Path.cwd()), out, assignment=assignment, slug=slug, to=to)


@click.command()
@click.argument("student")
@out_option
@assignment_option
def history(student: str, out: Path, assignment: str | None) -> None:
    """See when a student's grades changed, why, and by whom."""
    from autograder.commands.students import show_history
    from autograder.course import find_course

    show_history(find_course(Path.cwd()), out, assignment=assignment, student=student)


@click.command()
@click.argument("student")
@click.argument("slug", required=False)
@out_option
@assignment_option
def show(student: str, slug: str | None, out: Path, assignment: str | None) -> None:
    """See a student's verdicts, and the evidence and facts they rest on."""
    from autograder.commands.students import show_student
    from autograder.course import find_course

    course = find_course(Path.cwd())
    show_student(course, out, assignment=assignment, student=student, slug=slug)


@click.command()
@click.argument("student", required=False)
@out_option
@click.option(
    "--keep",
    type=click.IntRange(0, MOST_DAYS),
    metavar="DAYS",
    help="In place of STUDENT: delete work and evidence of all that is older, and no grade.",
)
def forget(student: str | None, out: Path, keep: int | None) -> None:
    """Delete all that is kept of a student, or the evidence of long ago."""
    from autograder.commands.students import forget_old, forget_student
    from autograder.course import find_course

    course = find_course(Path.cwd())
    if (student is None) == (keep is None):
        raise UsageError("Name a STUDENT to forget, or the DAYS to --keep evidence for.")
    if student is not None:
        forget_student(course, out, student=student)
    elif keep is not None:
        forget_old(course, out, days=keep)


@click.command("export-student")
@click.argument("student")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@out_option
def export_of_student(student: str, file: Path, out: Path) -> None:
    """Write all that is kept of a student into FILE, as JSON."""
    from autograder.commands.students import export_student
    from autograder.course import find_course

    export_student(find_course(Path.cwd()), out, student=student, file=file)


@click.command()
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@out_option
@assignment_option
@click.option("--column", metavar="NAME", help="Which column of FILE is for the grades.")
@click.option("--to", type=click.Path(path_type=Path), help="Where to write it.")
def export(
    *,
    form: str,
    file: Path | None,
    out: Path,
    assignment: str | None,
    column: str | None,
    to: Path | None,
) -> None:
    """Write the grades for another program.

    \b
    canvas FILE     FILE, a gradebook exported from Canvas, with the scores filled in
    moodle FILE     FILE, a grading worksheet of Moodle, with the scores filled in
    classroom FILE  FILE, the grades of a GitHub Classroom assignment, with points_awarded
    nbgrader, otter the tables that these write
    checks          a row for each check of each student
    jsonl, junit    for programs
    gradescope      a results.json for each student
    markdown        a text for each student
    feedback        a zip of all pages, which Moodle and Canvas take back

    Nothing else in FILE changes, and it is not written over.
    """
    from autograder.commands.export import export_grades
    from autograder.course import find_course

    export_grades(
        find_course(Path.cwd()),
        out,
        assignment=assignment,
        form=form,
        file=file,
        column=column,
        to=to,
    )


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@out_option
@assignment_option
def requests(folder: Path, out: Path, assignment: str | None) -> None:
    """List what students ask to have looked at again, with the evidence.

    FOLDER holds a text file of each, as a platform exported them. A student's page says what to
    write: which exercise, which check, and why.
    """
    from autograder.commands.requests import list_requests
    from autograder.course import find_course

    list_requests(find_course(Path.cwd()), out, folder, assignment=assignment)


@click.command()
@out_option
@assignment_option
def similar(out: Path, assignment: str | None) -> None:
    """Write a page of works that share what few others have.

    Names, numbers and spaces make no difference; what the handout or many others have counts
    nothing. The page sets pairs side by side, for you to look at: it holds no verdict.
    """
    from autograder.commands.similar import write_similar_works
    from autograder.course import find_course

    write_similar_works(find_course(Path.cwd()), out, assignment=assignment)


GRADEBOOK_COMMANDS = (
    merge,
    rejudge,
    diff,
    publish,
    discard,
    adjust,
    answers,
    history,
    show,
    forget,
    export,
    export_of_student,
    requests,
    similar,
)
