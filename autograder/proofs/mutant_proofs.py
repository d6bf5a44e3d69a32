"""Proves that checks see small edits: each mutant fails one, or is declared equal with a reason.

Mutants are made from the reference and from every other right answer of an exercise, and graded as
submissions are. One that gets full marks shows a hole in the checks, unless `known.equal` says why
it is as right as what it was made from. One that is declared equal and loses points shows a check
that punishes right work.
"""

from __future__ import annotations

import difflib
import random
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from autograder.course import Course
from autograder.grading.plan import PreparedExercise, prepare_exercise
from autograder.proofs.known_answers import (
    read_equal_mutants,
    read_known_answers,
)
from autograder.proofs.mutants import Mutant, mutants_of
from autograder.proofs.selfcheck import DEFINITION, Proof, graded
from autograder.proofs.specimens import Specimen, reference_of, specimen_of
from autograder.records import ExerciseGrade, Verdict
from autograder.report.wording import why
from autograder.supervision.pool import Pool
from autograder.supervision.runner import Runner
from autograder.wire.errors import SandboxFault

OF_A_VARIANT = 10
UNNOTICED = "it gets full marks: no check sees it, and no `known.equal` says that it is right"


@dataclass(frozen=True, slots=True)
class Edited:
    """A right answer and a mutant of it; `equal` is why it must get full marks too, if it must."""

    made_from: Specimen
    mutant: Mutant
    equal: str

    @property
    def slug(self) -> str:
        return self.made_from.task.slug


@dataclass(frozen=True, slots=True)
class MutantProof:
    """What grading one mutant proved, the checks that it failed, and the points that it lost."""

    proof: Proof
    equal: str = ""
    fails: tuple[str, ...] = ()
    lost: float = 0.0


@dataclass(frozen=True, slots=True)
class Mutated:
    """The mutants of one exercise, and what is wrong with what is said of them."""

    task: PreparedExercise
    right: tuple[Specimen, ...]
    edited: tuple[Edited, ...]
    problems: tuple[str, ...]


def read_mutants(course: Course, assignment: str, slug: str) -> Mutated:
    """All mutants of an exercise's reference, and a few of each variant.

    What is edited in the same way in two answers is edited in the first of them. What trains on
    trust is left out, since its training is believed. Raises `UsageError` where an answer cannot be
    read.
    """
    task = prepare_exercise(course, assignment, slug)
    reference = reference_of(course, assignment, task)
    known = read_known_answers(course, assignment, task.exercise)
    right = [answer for answer in known if not answer.is_mistake and not answer.on_trust]
    variants = [specimen_of(answer, reference) for answer in right]
    equals = read_equal_mutants(course, assignment, slug)
    found = dict[str, Edited]()
    for specimen in (reference, *variants):
        new = [each for each in mutants_of(specimen.source) if each.name not in found]
        for mutant in new if specimen is reference else drawn(new):
            reasons = [each.reason for each in equals if each.include(mutant.name)]
            found[mutant.name] = Edited(specimen, mutant, "; ".join(reasons))
    problems = [
        f"{each.place}: no mutant is named {pattern!r}"
        for each in equals
        for pattern in each.unused([*found])
    ]
    return Mutated(task, (reference, *variants), (*found.values(),), (*problems,))


def drawn(mutants: Sequence[Mutant]) -> list[Mutant]:
    """A few of the mutants of a variant, whose other lines are much like those of the reference.

    Which ones depends on their own names alone, so that other edits of a variant draw no others.
    """
    by_lot = sorted(mutants, key=lambda mutant: zlib.crc32(mutant.name.encode()))
    return [mutant for mutant in mutants if mutant in by_lot[:OF_A_VARIANT]]


def sampled(mutated: Mutated, sample: int | None, seed: int) -> tuple[Edited, ...]:
    """That many of the mutants, or all; the same ones for the same seed."""
    if sample is None or sample >= len(mutated.edited):
        return mutated.edited
    generator = random.Random(f"{seed} {mutated.task.slug}")  # noqa: S311 - a sample, no secret
    chosen = sorted(generator.sample(range(len(mutated.edited)), sample))
    return tuple(mutated.edited[place] for place in chosen)


def prove_mutants(
    course: Course,
    assignment: str,
    slugs: Sequence[str],
    pool: Pool,
    *,
    sample: int | None = None,
    seed: int = 0,
) -> Iterator[MutantProof]:
    """A proof for each exercise's declarations, and for each mutant, as each is done.

    An answer that is not right itself is named, and none of its mutants is graded.
    """
    every = [read_mutants(course, assignment, slug) for slug in slugs]
    for mutated in every:
        yield MutantProof(Proof(mutated.task.slug, DEFINITION, mutated.problems))
    chosen = [each for mutated in every for each in sampled(mutated, sample, seed)]
    originals = {
        (each.slug, each.made_from.name): Edited(
            each.made_from, Mutant(each.made_from.name, "", 1, each.made_from.source), "unedited"
        )
        for each in chosen
    }
    wrong = set[tuple[str, str]]()
    for original, proven in pool.for_each(originals.values(), prove_mutant):
        if proven.proof.off:
            wrong.add((original.slug, original.made_from.name))
            yield proven
    sound = [each for each in chosen if (each.slug, each.made_from.name) not in wrong]
    for _edited, proven in pool.for_each(sound, prove_mutant):
        yield proven


def prove_mutant(edited: Edited, runner: Runner) -> MutantProof:
    """What one mutant proves, graded as a submission of its own."""
    began = time.monotonic()
    file = edited.made_from.place.partition(",")[0]
    proof = Proof(
        edited.slug, f"mutant: {edited.mutant.name}", place=f"{file}, line {edited.mutant.line}"
    )
    specimen = replace(edited.made_from, name=proof.specimen, source=edited.mutant.source)
    try:
        grade = graded(specimen, runner)
    except SandboxFault as error:
        return MutantProof(replace(proof, fault=str(error)), edited.equal)
    proof = replace(
        proof,
        problems=tuple(problems_of(edited, grade)),
        fault=fault_of(grade),
        seconds=time.monotonic() - began,
    )
    fails = tuple(each.name for each in grade.checks if each.verdict is Verdict.FAILED)
    return MutantProof(proof, edited.equal, fails, grade.points - grade.earned)


def problems_of(edited: Edited, grade: ExerciseGrade) -> Iterator[str]:
    """Why a mutant's grade is not as it must be, with what was edited."""
    fails = [each.name for each in grade.checks if each.verdict is Verdict.FAILED]
    if edited.equal and fails:
        yield f"it is equal ({edited.equal}), but fails {', '.join(fails)}"
    elif not edited.equal and grade.earned >= grade.points:
        yield UNNOTICED
    else:
        return
    yield from difference(edited.made_from.source, edited.mutant.source)


def fault_of(grade: ExerciseGrade) -> str:
    """Why the grader failed, if it did."""
    errors = [each for each in grade.checks if each.verdict is Verdict.ERROR]
    return f"{errors[0].name}: {why(errors[0]).seen}" if errors else ""


def difference(before: str, after: str) -> list[str]:
    """The lines that differ, each with its sign."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def summary(slug: str, checks: Iterable[str], proven: Sequence[MutantProof]) -> list[str]:
    """How the mutants of an exercise came out: how many each check fails, and what they cost."""
    own = [each for each in proven if each.proof.slug == slug and each.proof.place]
    failed = Counter(name for each in own for name in each.fails)
    killed = [each for each in own if each.fails and not each.equal]
    equal = sum(bool(each.equal) and not each.proof.off for each in own)
    off = sum(each.proof.off for each in own)
    first = f"{slug}: {len(own)} mutants: {len(killed)} fail a check, {equal} are equal, {off} off"
    return [first, *(f"  {failed[name]:4d} fail {name}" for name in checks)]
