"""The command line: turns arguments into calls, and outcomes into exit codes.

Every command imports what it needs when it runs, so that `--help` answers at once.
"""

from __future__ import annotations

import faulthandler
import os
import shlex
import signal
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from autograder import __version__
from autograder.commands.gradebook import GRADEBOOK_COMMANDS
from autograder.commands.handout import handout
from autograder.commands.options import (
    assignment_option,
    jobs_option,
    json_option,
    on_trust_option,
    out_option,
    roster_option,
    scheduler_option,
    tier_option,
    unsandboxed_option,
)
from autograder.wire.errors import AutograderError, UsageError
from autograder.wire.tier import NONE, Tier

if TYPE_CHECKING:
    from autograder.course import Course
    from autograder.records import OnTrust
    from autograder.sandbox.launch import Sandbox

HELP = {"help_option_names": ["-h", "--help"]}
EXIT_CODES = """\b
Exit codes, of every command:
  0    done, and all is well
  1    the command found a problem, or the grader itself failed
  2    the command cannot be carried out as given; the message says why
  130  stopped by Ctrl-C
  143  stopped by SIGTERM, as a system that shuts down sends it
"""
STOPPED = "Stopped. What was graded or trained so far is kept."


@click.group(context_settings=HELP, epilog=EXIT_CODES)
@click.version_option(__version__, message="%(version)s")
def commands() -> None:
    """Grade notebooks of a course on training networks, and prove that the grades are right.

    \b
    As a student:           autograder start FOLDER, later autograder check NOTEBOOK
    Before grading:         autograder intake FOLDER, which says whose work is there
    To grade:               autograder grade FOLDER --out grades
    As work comes in:       autograder watch FOLDER --out grades
    After an edit:          autograder rejudge --reason WHY, then diff, then publish
    To add an exercise:     autograder new SLUG, then selfcheck SLUG, then build
    To begin a course:      autograder new-course FOLDER
    To look for trouble:    autograder doctor

    Run it inside a course: a folder with course.toml, or any folder in it.
    """


@commands.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@out_option
@jobs_option
@assignment_option
@click.option("--only", multiple=True, metavar="SLUG", help="Only this exercise; may be repeated.")
@click.option(
    "--audit",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="FRACTION",
    help="Repeat this share of the remembered trainings and compare the results bit for bit.",
)
@roster_option
@click.option(
    "--shard",
    metavar="I/N",
    help="Grade the I-th of N parts of the class alone; `autograder merge` puts them together.",
)
@scheduler_option
@json_option
@unsandboxed_option
@tier_option
def grade(  # noqa: PLR0913 - an argument an option
    *,
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    assignment: str | None,
    only: tuple[str, ...],
    audit: float,
    roster: Path | None,
    shard: str | None,
    scheduler: str | None,
    as_json: bool,
    allow_unsandboxed: bool,
    require_tier: Tier | None,
) -> None:
    """Grade notebooks, .py files, folders of them, or zips.

    Run it again with the same --out to resume: what has not changed keeps its grade.
    """
    from autograder.course import find_course
    from autograder.sandbox.tiers import choose_sandbox

    if scheduler is not None and (shard is not None or audit or allow_unsandboxed):
        raise click.UsageError(
            "--scheduler goes with neither --shard nor --audit nor --allow-unsandboxed."
        )
    course, sandbox = find_course(Path.cwd()), None
    if scheduler is None:
        sandbox = choose_sandbox(allow_unsandboxed=allow_unsandboxed, require=require_tier)
        _say_sandbox(sandbox)
    from autograder.commands.grade import Grading, grade_on_cluster
    from autograder.commands.progress import Events
    from autograder.commands.roster import read_roster
    from autograder.grading.grade_class import grade_class
    from autograder.grading.plan import make_setup
    from autograder.grading.shards import shard_of

    events = Events(sys.stdout if as_json else None)
    people = None if roster is None else read_roster(roster)
    if scheduler is not None or sandbox is None:
        complete = grade_on_cluster(
            *(course, paths, out, scheduler or ""),
            assignment=assignment,
            only=only,
            roster=people,
            events=events,
        )
        sys.exit(0 if complete else 1)
    part = None if shard is None else shard_of(shard)
    setup = make_setup(course, sandbox, audit)
    grades = partial(grade_class, jobs=jobs)
    grading = Grading(
        *(course, out, setup, grades, assignment, only, part, people, events), jobs=jobs
    )
    sys.exit(0 if grading.grade(paths) else 1)


@commands.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@out_option
@jobs_option
@assignment_option
@click.option(
    "--every",
    type=click.FloatRange(0.1),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="How often to look; what has not changed since the last look is graded.",
)
@json_option
@roster_option
@unsandboxed_option
@tier_option
def watch(  # noqa: PLR0913 - an argument an option
    *,
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    assignment: str | None,
    every: float,
    as_json: bool,
    roster: Path | None,
    allow_unsandboxed: bool,
    require_tier: Tier | None,
) -> None:
    """Grade what arrives at PATH, and what changes there, until Ctrl-C.

    Workers stay warm. A course that is edited meanwhile is read when this is started again.
    """
    from autograder.course import find_course
    from autograder.sandbox.tiers import choose_sandbox

    course = find_course(Path.cwd())
    sandbox = choose_sandbox(allow_unsandboxed=allow_unsandboxed, require=require_tier)
    _say_sandbox(sandbox)
    from autograder.commands.grade import Grading
    from autograder.commands.progress import Events
    from autograder.commands.roster import read_roster
    from autograder.commands.watch import watch as watch_paths
    from autograder.grading.grade_class import grade_class
    from autograder.grading.plan import make_setup
    from autograder.supervision.pool import Pool

    people = None if roster is None else read_roster(roster)
    setup, events = make_setup(course, sandbox), Events(sys.stdout if as_json else None)
    with Pool(setup, jobs) as pool:
        grades = partial(grade_class, jobs=jobs, pool=pool)
        grading = Grading(
            *(course, out, setup, grades, assignment),
            roster=people,
            events=events,
            brief=True,
            jobs=jobs,
        )
        watch_paths(grading, paths, every)


def _say_sandbox(sandbox: Sandbox) -> None:
    """The first words, before anything that takes a second is loaded."""
    if sandbox.name != NONE:
        click.echo(f"Student code is sandboxed: tier {sandbox.name!r}, proven now.", err=True)


@commands.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH..."
)
@assignment_option
@roster_option
def intake(paths: tuple[Path, ...], assignment: str | None, roster: Path | None) -> None:
    """Say whose work is at PATH, and what is set aside and why. Nothing is run.

    Exports of Canvas, Moodle, Gradescope, nbgrader, GitHub Classroom, Google Classroom, Blackboard,
    Brightspace and ILIAS are known by the names of their entries.
    """
    from autograder.commands.intake import explain
    from autograder.commands.roster import read_roster
    from autograder.course import find_course

    people = None if roster is None else read_roster(roster)
    explain(find_course(Path.cwd()), assignment, paths, people)


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
@assignment_option
def start(folder: Path, assignment: str | None) -> None:
    """Write the folder that a student begins with.

    FOLDER gets the notebook, its tests, the images and what checks need: everything to work on the
    assignment, and no answers.
    """
    from autograder.course import find_course
    from autograder.notebooks.student_folder import write_student_folder

    course = find_course(Path.cwd())
    name, table = course.assignment(assignment)
    if unfinished := next(_unfinished(course, name, table.exercises), ""):
        raise UsageError(f"{unfinished} Nothing was written.")
    write_student_folder(course, name, folder)
    click.echo(f"written: {folder}")
    cd = f"cd {shlex.quote(str(folder))}"
    click.echo(f"Next: {cd}; python -m pip install .; jupyter lab {name}.ipynb")


@commands.command()
@click.argument("notebook", type=click.Path(path_type=Path))
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@assignment_option
def check(notebook: Path, slugs: tuple[str, ...], assignment: str | None) -> None:
    """See what the grader will say about your notebook.

    Checks all exercises, or only the SLUGs. Exits with 1 if anything is missing.
    """
    from autograder.commands.check import preview
    from autograder.notebooks.course_here import course_of, worded_for_students

    with worded_for_students():
        course = course_of(Path.cwd(), notebook.parent)
        passed = preview(course, assignment, notebook, slugs)
    sys.exit(0 if passed else 1)


@commands.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@jobs_option
@assignment_option
@unsandboxed_option
@tier_option
@on_trust_option
@click.option(
    "--junit",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write every proof to this file too, in the format that CI systems read.",
)
@click.option(
    "--mutants",
    is_flag=True,
    help="Grade small edits of right answers instead: each fails a check, or is declared equal.",
)
@click.option(
    "--sample",
    type=click.IntRange(1),
    metavar="N",
    help="With --mutants: only N of each exercise, drawn with --seed.",
)
@click.option("--seed", type=int, default=0, show_default=True, help="For --sample.")
def selfcheck(  # noqa: PLR0913 - an argument an option
    *,
    slugs: tuple[str, ...],
    jobs: int,
    assignment: str | None,
    allow_unsandboxed: bool,
    require_tier: Tier | None,
    on_trust: OnTrust | None,
    junit: Path | None,
    mutants: bool,
    sample: int | None,
    seed: int,
) -> None:
    """Prove that checks tell right work from wrong.

    For each exercise, or only the SLUGs: the reference passes, the stub does not, each known
    mistake fails as it says, each accepted variant gets full marks. For a new exercise it lists
    what is left to do. Exits with 1 if a proof fails.
    """
    from autograder.commands.selfcheck import run_selfcheck
    from autograder.course import find_course, taking
    from autograder.sandbox.tiers import choose_sandbox

    course = taking(find_course(Path.cwd()), on_trust)
    sandbox = choose_sandbox(allow_unsandboxed=allow_unsandboxed, require=require_tier)
    if mutants:
        from autograder.commands.mutants import run_mutants

        ok = run_mutants(
            course, slugs, jobs, assignment, sandbox, sample=sample, seed=seed, junit=junit
        )
    else:
        ok = run_selfcheck(course, slugs, jobs, assignment, sandbox, junit)
    sys.exit(0 if ok else 1)


@commands.command()
@click.argument("slug")
@click.option(
    "--assignment",
    metavar="NAME",
    help="Which assignment, if the course has several; a new name begins one.",
)
@click.option("--title", help="What students read above it; made from the slug unless given.")
def new(slug: str, assignment: str | None, title: str | None) -> None:
    """Begin an exercise: its files and a line.

    SLUG is its short name, as in more_layers. The files are the stub in assignments/, the reference
    and known answers in solutions/, and the definition in autograder/exercises/; the line, its
    place in course.toml. They hold a small working example to replace with your own:
    `autograder selfcheck SLUG` lists what is left to do.
    """
    from autograder.commands.new import new_exercise, title_of
    from autograder.course import find_course

    course = find_course(Path.cwd())
    name = course.assignment(None)[0] if assignment is None else assignment
    title = title_of(slug) if title is None else title
    for path in new_exercise(course, name, slug, title):
        click.echo(f"written: {path.relative_to(course.root)}")
    click.echo(f"added to {name} in course.toml: {slug}")
    click.echo(f"What is left to do: autograder selfcheck {slug}")
    click.echo("To put it into the notebook: autograder build")


@commands.command("new-course")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What students read above it; made from the folder unless given.")
@click.option(
    "--data", multiple=True, metavar="NAME", help="A data set to take along; may be repeated."
)
def begin_course(folder: Path, title: str | None, data: tuple[str, ...]) -> None:
    """Begin a course: this engine in FOLDER, without exercises.

    Definitions are part of a course's own package, so each course has a copy of the engine.
    """
    from autograder.commands.new import title_of
    from autograder.commands.new_course import new_course

    new_course(folder, title_of(folder.resolve().name) if title is None else title, data)
    click.echo(f"written: {folder}")
    cd = f"cd {shlex.quote(str(folder))}"
    click.echo(f"Next: {cd}; python -m autograder new SLUG --assignment NAME")


@commands.command()
@click.option("--seeds", type=click.IntRange(2), default=20, show_default=True, help="How many.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the rows to this file too.",
)
@click.option("--missing", is_flag=True, help="Only right work that FILE has no row of.")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@jobs_option
@assignment_option
@on_trust_option
def margins(
    *,
    slugs: tuple[str, ...],
    seeds: int,
    out: Path | None,
    jobs: int,
    assignment: str | None,
    on_trust: OnTrust | None,
    missing: bool,
) -> None:
    """Train with many seeds and measure how safe every threshold is.

    For each exercise, or for the SLUGs alone; rows that FILE has of other exercises are kept.
    """
    if out and not out.parent.is_dir():
        raise click.UsageError(f"There is no folder {out.parent} to write the table to.")
    from autograder.commands.selfcheck import run_margins
    from autograder.course import find_course, taking

    course = taking(find_course(Path.cwd()), on_trust)
    ok = run_margins(course, slugs, seeds, jobs, assignment, out, missing=missing)
    sys.exit(0 if ok else 1)


@commands.command()
@click.option(
    "--check", is_flag=True, help="Change nothing; exit 1 when anything is stale or unfinished."
)
def build(check: bool) -> None:
    """Build notebooks, the tests that run in them, and the tables of documents."""
    from autograder.course import find_course
    from autograder.notebooks.build import rebuild, stale_files

    course = find_course(Path.cwd())
    assignments = course.table.assignments
    unfinished = [
        sentence
        for name, table in assignments.items()
        for sentence in _unfinished(course, name, table.exercises)
    ]
    if unfinished and not check:
        raise UsageError(f"{unfinished[0]} Nothing was written.")
    for sentence in unfinished:
        click.echo(sentence, err=True)
    stale = stale_files(course, assignments)
    for path, text in stale.items():
        shown = path.relative_to(course.root)
        if check:
            click.echo(f"{shown} is not what the sources make; run `autograder build`.", err=True)
        else:
            rebuild(path, text)
            click.echo(f"{'removed' if text is None else 'built'} {shown}")
    if not stale:
        click.echo("Everything that is built is up to date.")
    sys.exit(1 if check and (stale or unfinished) else 0)


def _unfinished(course: Course, assignment: str, slugs: Sequence[str]) -> Iterator[str]:
    """A sentence for each exercise that is not ready for students, with the first line to do."""
    from autograder.proofs.selfcheck import left_to_do

    for slug in slugs:
        for first in left_to_do(course, assignment, slug)[:1]:
            yield (
                f"{first.rstrip('.')}. Students must not get an unfinished exercise: finish it"
                f" (`autograder selfcheck {slug}` lists what is left), or take it out of"
                " course.toml for now."
            )


for _command in (handout, *GRADEBOOK_COMMANDS):
    commands.add_command(_command)


@commands.command()
@scheduler_option
def doctor(scheduler: str | None) -> None:
    """Say what this machine offers: versions, sandbox, limits, data."""
    from autograder.commands.doctor import examine
    from autograder.course import find_course

    if scheduler is not None:
        from autograder.commands.nodes import show_nodes

        sys.exit(0 if show_nodes(find_course(Path.cwd()), scheduler) else 1)
    healthy = True
    for finding in examine(find_course(Path.cwd())):
        mark = click.style("ok ", fg="green") if finding.ok else click.style("!! ", fg="red")
        click.echo(mark + finding.text)
        healthy = healthy and finding.ok
    sys.exit(0 if healthy else 1)


def _stop(number: int, _frame: object) -> NoReturn:
    """Ends the program as Ctrl-C does, so that workers end and temporary folders go."""
    click.echo(STOPPED, err=True)
    sys.exit(128 + number)


def main() -> NoReturn:
    """Runs the command line; every error that is a sentence is shown as one."""
    # NumPy is imported later. The judge multiplies small matrices while workers train: threads of
    # its own would only spin on their cores.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # If a library brings Python down, a bug report should be able to say where.
    faulthandler.enable(sys.__stderr__ or sys.stderr)
    signal.signal(signal.SIGTERM, _stop)
    try:
        commands(prog_name="autograder", standalone_mode=False)
        sys.exit(0)
    except click.exceptions.Exit as error:
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo(STOPPED, err=True)
        sys.exit(128 + signal.SIGINT)
    except AutograderError as error:
        from autograder.report.wording import harmless

        # It may name a student's file, and files have any name.
        click.echo(f"autograder: {harmless(str(error))}", err=True)
        sys.exit(2)
