"""The options that several commands share, each worded once."""

from __future__ import annotations

import os
from pathlib import Path

import click

from autograder.wire.tier import FULL, UID

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=CORES,
    show_default=True,
    help="Submissions at a time.",
)
assignment_option = click.option(
    "--assignment", metavar="NAME", help="Which assignment, if the course has several."
)
unsandboxed_option = click.option(
    "--allow-unsandboxed",
    is_flag=True,
    help="Run student code with all your rights if no sandbox works. Stamped on every grade.",
)

tier_option = click.option(
    "--require-tier",
    type=click.Choice([FULL, UID]),
    default=None,
    help="Refuse to run student code in a weaker sandbox than this.",
)
on_trust_option = click.option(
    "--on-trust",
    type=click.Choice(["count", "refuse"]),
    default=None,
    help="What becomes of trainings that the trainer cannot repeat, whatever course.toml says.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print events, a line of JSON each."
)
scheduler_option = click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="On the workers of the Dask cluster that has its scheduler there.",
)
DEFAULT_OUT = "grades"
out_option = click.option(
    "--out",
    default=DEFAULT_OUT,
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder of the reports, with the gradebook.",
)
roster_option = click.option(
    "--roster",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A CSV file of the course's people: says who is missing, who is a stranger, and names.",
)
