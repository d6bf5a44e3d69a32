"""`autograder selfcheck` and `autograder margins`: proofs into tables on the terminal."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from autograder.bulk import chosen
from autograder.course import Course
from autograder.ledger import Ledger
from autograder.margins import SAFE, Margin, markdown, measure
from autograder.sandbox import Fence
from autograder.selfcheck import Finding, selfcheck
from autograder.task import make_setup
from autograder.tiers import choose_fence


def run_selfcheck(
    course: Course,
    slugs: Sequence[str],
    jobs: int,
    assignment: str | None,
    fence: Fence,
) -> bool:
    """Whether every exercise proves itself; prints a table of what is off."""
    console = Console()
    findings: list[Finding] = []
    for asked in [assignment] if assignment else course.table.assignments:
        name, table = course.assignment(asked)
        setup = make_setup(course, fence)
        wanted = chosen(table.exercises, slugs)
        with console.status("checking") as status:
            for finding in selfcheck(course, name, wanted, setup, jobs):
                findings.append(finding)
                status.update(f"{len(findings)} checked, last: {finding.slug}: {finding.specimen}")
    counts = Counter(finding.slug for finding in findings)
    off = [finding for finding in findings if finding.problems]
    if off:
        rows = Table("exercise", "work", "what is off", title="Not as it must be")
        for finding in off:
            rows.add_row(finding.slug, finding.specimen, "\n".join(finding.problems))
        console.print(rows)
    for slug, count in sorted(counts.items()):
        wrong = sum(finding.slug == slug for finding in off)
        console.print(
            f"{slug}: {count} proofs, " + (f"{wrong} off" if wrong else "all as they must be")
        )
    return not off


def run_margins(
    course: Course,
    slugs: Sequence[str],
    seeds: int,
    jobs: int,
    assignment: str | None,
    out: Path | None,
) -> bool:
    """Whether every threshold is safe; prints a row a threshold and specimen."""
    console = Console()
    name, table = course.assignment(assignment)
    setup = make_setup(course, choose_fence())
    with (
        console.status(f"training with {seeds} seeds"),
        tempfile.TemporaryDirectory(prefix="autograder-") as folder,
    ):
        if setup.ledger is not None:
            # Nobody asks for these seeds again: they must not drive the class's out of its store.
            setup = replace(setup, ledger=Ledger(Path(folder), course.table.training.store_mb))
        margins = list(
            measure(
                course,
                name,
                chosen(table.exercises, slugs),
                seeds=range(course.table.seed, course.table.seed + seeds),
                setup=setup,
                jobs=jobs,
            )
        )
    console.print(_table(margins))
    if out:
        out.write_text(markdown(margins, seeds), "utf-8")
    return all(margin.deviations >= SAFE for margin in margins)


def _table(margins: Sequence[Margin]) -> Table:
    rows = Table("exercise", "check", "work", "mean", "threshold", "deviations")
    for margin in margins:
        mean = sum(margin.values) / len(margin.values)
        style = "" if margin.deviations >= SAFE else "bold red"
        bound = margin.threshold.at_least
        shown = f">= {bound:g}" if bound is not None else f"<= {margin.threshold.at_most:g}"
        cells = [margin.slug, margin.check, margin.specimen, f"{mean:.3f}", shown]
        rows.add_row(*cells, f"{margin.deviations:.1f}", style=style)
    return rows
