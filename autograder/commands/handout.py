"""The commands that write a grader for a platform which runs it by itself."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.commands.options import assignment_option


@click.group()
def handout() -> None:
    """Write a grader for a platform that runs it itself."""


@handout.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@assignment_option
def otter(out: Path, assignment: str | None) -> None:
    """Write Otter's autograder.zip, of the public checks, into the folder OUT."""
    from autograder.course import find_course
    from autograder.notebooks.otter_zip import write_otter_zip

    course = find_course(Path.cwd())
    name, _table = course.assignment(assignment)
    zipped = write_otter_zip(course, name, out)
    click.echo(f"written: {zipped}")
    click.echo(f"To try it: otter run -a {zipped} NOTEBOOK")


@handout.command()
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@assignment_option
def gradescope(out: Path, assignment: str | None) -> None:
    """Write the zip for Gradescope into the folder OUT, and say what to set there."""
    from autograder.course import find_course
    from autograder.gradescope.zip import settings, write_zip

    course = find_course(Path.cwd())
    name, _table = course.assignment(assignment)
    click.echo(f"written: {write_zip(course, name, out)}")
    click.echo("In the assignment's settings on Gradescope:")
    for sentence in settings(course, name):
        click.echo(f"  {sentence}")
