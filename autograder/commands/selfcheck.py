"""`autograder selfcheck` and `autograder margins`: proofs in words, a table, a JUnit file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.course import Course, chosen
from autograder.grading.plan import make_setup
from autograder.proofs.junit import write_junit
from autograder.proofs.margins import SAFE, Margin, markdown, measure, rows_of
from autograder.proofs.selfcheck import Proof, selfcheck
from autograder.report.wording import harmless
from autograder.sandbox.launch import Sandbox
from autograder.sandbox.temporary import TemporaryFolder
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.pool import Pool
from autograder.training.training_store import TrainingStore

UNFINISHED = Proof("selfcheck", "all proofs", fault="It was stopped before it was done.")


def run_selfcheck(
    course: Course,
    slugs: Sequence[str],
    jobs: int,
    assignment: str | None,
    sandbox: Sandbox,
    junit: Path | None = None,
) -> bool:
    """Whether every exercise proves itself; prints what is off, and why.

    What was found is written to the file `junit` too, if one is given.
    """
    console, asked = Console(), wanted_of(course, assignment, slugs)
    findings: dict[str, list[Proof]] = {}
    with written_to(junit, findings, console), Pool(make_setup(course, sandbox), jobs) as pool:
        for name, wanted in asked.items():
            found = findings[name] = []
            with console.status("checking") as status:
                for finding in selfcheck(course, name, wanted, pool):
                    found.append(finding)
                    words = f"{len(found)} checked, last: {finding.slug}: {finding.specimen}"
                    status.update(Text(words))
        show_off(console, findings)
        for found in findings.values():
            for slug in dict.fromkeys(finding.slug for finding in found):
                own = [each for each in found if each.slug == slug]
                console.print(Text(in_short(slug, own)))
    return not any(finding.off for found in findings.values() for finding in found)


@contextmanager
def written_to(
    junit: Path | None, findings: Mapping[str, Sequence[Proof]], console: Console
) -> Iterator[None]:
    """Writes what was found to the file `junit` in the end, if one is given.

    A file that cannot be written is noticed now, and one of an earlier run never stays.
    """
    began = datetime.now(UTC)
    if junit is not None:
        write_junit(junit, {"selfcheck": [UNFINISHED]}, began)
    yield
    if junit is not None:
        write_junit(junit, findings, began)
        console.print(Text(f"written: {junit}"), soft_wrap=True)


def show_off(console: Console, findings: Mapping[str, Sequence[Proof]]) -> None:
    """Prints in full what is off."""
    for found in findings.values():
        for finding in found:
            if finding.off:
                console.print(Text(in_full(finding)), soft_wrap=True)


def wanted_of(
    course: Course, assignment: str | None, slugs: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The slugs asked for, by assignment; raises `UsageError` for one that none of them has."""
    asked = [assignment] if assignment else course.table.assignments
    tables = dict(map(course.assignment, asked))
    chosen([slug for table in tables.values() for slug in table.exercises], slugs)
    wanted = {
        name: tuple(slug for slug in table.exercises if slug in slugs or not slugs)
        for name, table in tables.items()
    }
    return {name: own for name, own in wanted.items() if own}


def in_full(finding: Proof) -> str:
    """What is off with one proof, a sentence a line."""
    where = f" ({finding.place})" if finding.place else ""
    sentences = list(finding.problems)
    if finding.fault:
        sentences.append(f"the grader failed, so run it again: {finding.fault}")
    return harmless("\n  - ".join([f"{finding.slug}: {finding.specimen}{where}", *sentences]))


def in_short(slug: str, found: Sequence[Proof]) -> str:
    """How the proofs of one exercise came out, in a line."""
    wrong = sum(finding.off for finding in found)
    untried = sum(bool(finding.untried) for finding in found)
    count = f"{len(found)} proof{'' if len(found) == 1 else 's'}"
    words = f"{slug}: {count}, " + (f"{wrong} off" if wrong else "all as they must be")
    return words + (f", {untried} not run until that is fixed" if untried else "")


def run_margins(
    course: Course,
    slugs: Sequence[str],
    seeds: int,
    jobs: int,
    assignment: str | None,
    out: Path | None,
    *,
    missing: bool = False,
) -> bool:
    """Whether every threshold is safe; prints a row a threshold and specimen."""
    console, asked = Console(), wanted_of(course, assignment, slugs)
    rows = rows_of(out.read_text("utf-8"), course.slugs) if out and out.is_file() else []
    setup = make_setup(course, choose_sandbox())
    with (
        console.status(f"training with {seeds} seeds"),
        TemporaryFolder() as folder,
    ):
        if setup.store is not None:
            # Nobody asks for these seeds again: they must not drive the class's out of its store.
            setup = replace(setup, store=TrainingStore(folder.path, course.table.training.store_mb))
        seeded = range(course.table.seed, course.table.seed + seeds)
        with Pool(setup, jobs) as pool:
            margins = [
                margin
                for name, wanted in asked.items()
                for margin in measure(
                    course,
                    name,
                    wanted,
                    seeds=seeded,
                    pool=pool,
                    beyond=rows if missing else (),
                )
            ]
    console.print(_table(margins))
    if out:
        others = set(course.slugs).difference(*asked.values())
        kept = rows if missing else rows_of("\n".join(rows), others)
        out.write_text(markdown(margins, kept), "utf-8")
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
