"""What mutants prove: a hole where one is not seen, a wrong verdict where an equal one fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.course import Course
from autograder.proofs import mutant_proofs
from autograder.proofs.mutant_proofs import (
    UNNOTICED,
    Edited,
    MutantProof,
    difference,
    fault_of,
    prove_mutant,
    prove_mutants,
    read_mutants,
    sampled,
    summary,
)
from autograder.proofs.mutants import Mutant
from autograder.proofs.selfcheck import Proof
from autograder.proofs.specimens import Specimen
from autograder.records import CheckResult, ExerciseGrade, Outcome, Verdict
from autograder.supervision.pool import Pool
from autograder.supervision.runner import Runner
from autograder.wire.errors import SandboxFault
from autograder.wire.messages import message
from tests import tiny

SLUG = tiny.SLUGS[0]
HEAD = "from autograder.proofs.known_answers import KnownAnswers, swap\nknown = KnownAnswers()\n"
REFERENCE = "def double(number, verbose=0):\n    return 2 * number\n"
SUM = '"""Accepted: a sum."""\ndef double(number):\n    return number + number\n'


class OneRunner(Pool):
    """A pool whose only runner runs in this very process."""

    def __init__(self) -> None:
        self.runner = tiny.InProcess()

    def for_each(
        self, items: Iterable[Any], function: Callable[[Any, Runner], Any]
    ) -> Iterator[tuple[Any, Any]]:
        for item in items:
            yield item, function(item, self.runner)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course whose first exercise is the tiny one, with its reference."""
    course = tiny.course(tmp_path)
    task = replace(tiny.task(tiny.renamed(SLUG)))
    monkeypatch.setattr(mutant_proofs, "prepare_exercise", lambda *_: task)
    path = course.solution_path(tiny.NAME, SLUG)
    path.parent.mkdir(parents=True)
    path.write_text(REFERENCE, "utf-8")
    return course


def write(course: Course, slips: str = "", **programs: str) -> None:
    """Writes known answers: the file of slips, and programs by their names."""
    path = course.known_answers_path(tiny.NAME, SLUG)
    path.with_suffix("").mkdir(parents=True)
    path.write_text(HEAD + slips, "utf-8")
    for name, text in programs.items():
        (path.with_suffix("") / f"{name}.py").write_text(text, "utf-8")


def proven(course: Course, sample: int | None = None) -> dict[str, MutantProof]:
    found = prove_mutants(course, tiny.NAME, [SLUG], OneRunner(), sample=sample, seed=1)
    return {each.proof.specimen: each for each in found}


# ---- what is made ------------------------------------------------------------------------------


def test_all_right_answers_are_edited(course: Course) -> None:
    """What is edited alike in two of them, once; mistakes and what is on trust are not edited."""
    slips = 'known.accepted("turned", swap("2 * number", "number * 2"))\n'
    slips += 'known.mistake("zero", swap("2", "0"), fails=["answers_are_doubled"])\n'
    believed = SUM.replace("Accepted", "Accepted on trust").replace("+ number", "+ number + 0")
    write(course, slips, a_sum=SUM, believed=believed.replace("a sum", "another sum"))
    mutated = read_mutants(course, tiny.NAME, SLUG)
    assert [each.name for each in mutated.right] == [
        "reference",
        "accepted: turned",
        "accepted: a sum",
    ]
    names = [each.mutant.name for each in mutated.edited]
    assert len(names) == len(set(names))
    made_from = {each.mutant.name: each.made_from.name for each in mutated.edited}
    assert made_from["double: return 2 * number -> return None"] == "reference"
    assert made_from["double: return number * 2 -> return number / 2"] == "accepted: turned"
    assert made_from["double: return number + number -> return number - number"] == (
        "accepted: a sum"
    )


def test_a_sample_is_the_same_for_the_same_seed(course: Course) -> None:
    """It has as many as are asked for, in order; all of them where there are no more."""
    write(course)
    mutated = read_mutants(course, tiny.NAME, SLUG)
    drawn = sampled(mutated, 3, seed=1)
    assert drawn == sampled(mutated, 3, seed=1)
    assert any(sampled(mutated, 3, seed) != drawn for seed in range(20))
    assert [each for each in mutated.edited if each in drawn] == [*drawn]
    assert len(drawn) == 3
    assert sampled(mutated, 1000, seed=1) == sampled(mutated, None, seed=1) == mutated.edited


# ---- what is proven ----------------------------------------------------------------------------

FREE = 'known.equal("verbose is free", "double: 0 -> 1")\n'
TRIPLED = "mutant: double: return 2 * number -> return 3 * number"


def test_a_mutant_that_no_check_sees_is_a_hole(course: Course) -> None:
    """It is named with its place and its difference; those that fail a check are in order."""
    write(course)
    found = proven(course)
    hole = found["mutant: double: 0 -> 1"]
    assert hole.proof.problems == (
        UNNOTICED,
        "-def double(number, verbose=0):",
        "+def double(number, verbose=1):",
    )
    assert hole.proof.place == f"solutions/{tiny.NAME}/{SLUG}.py, line 1"
    assert [each for each in found.values() if each.proof.off] == [hole]
    assert (found[TRIPLED].fails, found[TRIPLED].lost) == (("answers_are_doubled",), 3)


def test_an_equal_mutant_gets_full_marks(course: Course) -> None:
    """What is declared equal is no hole; where it loses points, a check is too strict."""
    slips = 'known.equal("so is any factor", "double: return 2 * number -> return * * number")\n'
    write(course, FREE + slips)
    found = proven(course)
    free = found["mutant: double: 0 -> 1"]
    assert (free.equal, free.proof.off) == ("verbose is free", False)
    problem, *lines = found[TRIPLED].proof.problems
    assert problem == "it is equal (so is any factor), but fails answers_are_doubled"
    assert lines == ["-    return 2 * number", "+    return 3 * number"]


def test_a_declaration_that_fits_nothing_is_found(course: Course) -> None:
    """So what is said of mutants is true of those that there are."""
    write(course, FREE + 'known.equal("gone", "double: 0 -> *", "double: seed=*")\n')
    file = f"solutions/{tiny.NAME}/known/{SLUG}.py"
    assert proven(course)["definition"].proof.problems == (
        f"{file}, line 4: no mutant is named 'double: seed=*'",
    )


def test_nothing_is_made_of_an_answer_that_is_wrong(course: Course) -> None:
    """It is named, and the mutants of the other answers are graded."""
    wrong = '"""Accepted: a product."""\ndef double(number):\n    return number * 4\n'
    write(course, FREE, a_sum=SUM, wrong=wrong)
    found = proven(course)
    (problem, *_rest) = found["mutant: accepted: a product"].proof.problems
    assert problem == "it is equal (unedited), but fails answers_are_doubled"
    assert not [name for name in found if "number * 4" in name]
    assert [name for name in found if "number - number" in name]


def grade(verdict: Verdict) -> ExerciseGrade:
    said = message("check.grader_failed", reason=message("ended.fault", text="no worker"))
    check = CheckResult("a", verdict, 1, 0, said)
    return ExerciseGrade("double", Outcome.SANDBOX_FAULT, (check,))


def test_a_fault_of_the_grader_is_no_proof() -> None:
    """Where a check could not be made, the mutant is neither seen nor a hole."""
    assert "no worker" in fault_of(grade(Verdict.ERROR))
    assert fault_of(grade(Verdict.FAILED)) == ""


def test_a_mutant_is_graded_as_a_submission_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its source takes the place of what it was made from; what the sandbox lost proves nothing."""
    made_from = Specimen(tiny.task(), "reference", REFERENCE, frozenset(), "reference.py")
    edited = Edited(made_from, Mutant("double: 0 -> 1", "number", 1, "changed"), "")
    seen = []

    def lost(specimen: Specimen, _runner: Runner) -> ExerciseGrade:
        seen.append(specimen)
        raise SandboxFault("no worker")

    monkeypatch.setattr(mutant_proofs, "graded", lost)
    proof = prove_mutant(edited, tiny.InProcess()).proof
    assert seen == [replace(made_from, name="mutant: double: 0 -> 1", source="changed")]
    assert (proof.problems, proof.fault) == ((), "no worker")


def test_a_difference_has_the_lines_that_differ() -> None:
    """Nothing around them, and no head."""
    assert difference("a\nb\nc", "a\nx\nc") == ["-b", "+x"]


def test_a_summary_counts_what_each_check_sees() -> None:
    """A check that sees no mutant is there with 0."""
    placed = Proof("double", "mutant: m", place="reference.py, line 1")
    found = [
        MutantProof(Proof("double", "definition")),
        MutantProof(placed, fails=("a", "b")),
        MutantProof(placed, fails=("a",)),
        MutantProof(placed, equal="free"),
        MutantProof(replace(placed, problems=(UNNOTICED,))),
        MutantProof(replace(placed, slug="other"), fails=("a",)),
    ]
    assert summary("double", ["a", "b", "c"], found) == [
        "double: 4 mutants: 2 fail a check, 1 are equal, 1 off",
        "     2 fail a",
        "     1 fail b",
        "     0 fail c",
    ]
