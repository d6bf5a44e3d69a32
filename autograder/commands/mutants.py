"""`autograder selfcheck --mutants`: what small edits of right answers prove, in words and JUnit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from autograder.commands.selfcheck import show_off, wanted_of, written_to
from autograder.course import Course
from autograder.grading.plan import make_setup
from autograder.judging.exercise import find_exercise
from autograder.proofs.mutant_proofs import MutantProof, prove_mutants, summary
from autograder.proofs.selfcheck import Proof
from autograder.sandbox.launch import Sandbox
from autograder.supervision.pool import Pool


def run_mutants(  # noqa: PLR0913 - an argument an option
    course: Course,
    slugs: Sequence[str],
    jobs: int,
    assignment: str | None,
    sandbox: Sandbox,
    *,
    sample: int | None,
    seed: int,
    junit: Path | None = None,
) -> bool:
    """Whether every mutant fails a check or is declared equal; prints those that do not.

    Prints for each exercise how many mutants each of its checks fails.
    """
    console, asked = Console(), wanted_of(course, assignment, slugs)
    findings: dict[str, list[Proof]] = {}
    proven: dict[str, list[MutantProof]] = {}
    with written_to(junit, findings, console), Pool(make_setup(course, sandbox), jobs) as pool:
        for name, wanted in asked.items():
            found, own = findings.setdefault(name, []), proven.setdefault(name, [])
            with console.status("grading mutants") as status:
                for each in prove_mutants(course, name, wanted, pool, sample=sample, seed=seed):
                    own.append(each)
                    found.append(each.proof)
                    words = f"{len(found)} graded, last: {each.proof.slug}: {each.proof.specimen}"
                    status.update(Text(words))
        show_off(console, findings)
        for name, wanted in asked.items():
            for slug in wanted:
                checks = [check.name for check in find_exercise(name, slug).checks]
                for line in summary(slug, checks, proven[name]):
                    console.print(Text(line), soft_wrap=True)
    return not any(proof.off for found in findings.values() for proof in found)
