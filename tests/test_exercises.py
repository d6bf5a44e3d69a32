"""The course's own exercises: whole definitions, and checks that no junk gets past.

What right and wrong answers get from the trainer is proven by `test_class`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from autograder.course import find_course
from autograder.grading.plan import prepare_exercise
from autograder.judging.exercise import Basis, find_exercise
from autograder.proofs.costs import cost_problems
from autograder.proofs.known_answers import read_known_answers, refuse_strays
from autograder.proofs.mutant_proofs import prove_mutant, read_mutants, sampled
from autograder.proofs.selfcheck import (
    definition_problems,
    examine,
    graded,
    known_answer_problems,
    problems_with,
)
from autograder.proofs.specimens import Specimen, read_specimens
from autograder.sandbox.tiers import choose_sandbox
from autograder.supervision.runner import Runner, Setup
from tests.own_course import ALL_PUBLIC
from tests.whole import is_whole

ROOT = Path(__file__).parent.parent
COURSE = find_course(ROOT)
EXERCISES = [
    (assignment, slug)
    for assignment, table in COURSE.table.assignments.items()
    for slug in table.exercises
]
TRAINED = [
    (assignment, slug)
    for assignment, slug in EXERCISES
    if any(check.basis is Basis.TRAINED for check in find_exercise(assignment, slug).checks)
]
each_exercise = pytest.mark.parametrize(("assignment", "slug"), EXERCISES)
SAMPLE = 1  # mutants of each exercise
# One of so many exercises gets junk and mutants in `make test`, and is trained by Keras; all are in
# `make whole`.
SHARE, KERAS_SHARE = (1, 1) if is_whole() else (3, 6)


@pytest.fixture(scope="module")
def keras_runner() -> Iterator[Runner]:
    """A runner without a trainer: whatever student code trains, Keras trains beside it."""
    runner = Runner(Setup(choose_sandbox(allow_unsandboxed=False), ALL_PUBLIC))
    yield runner
    runner.close()


@each_exercise
def test_a_definition_is_whole(assignment: str, slug: str) -> None:
    """Every check has a sentence and a mistake that fails it; there are enough known answers.

    A mistake that costs more than half of its exercise says why.
    """
    task = prepare_exercise(COURSE, assignment, slug)
    stub = COURSE.stub_path(assignment, slug).read_text("utf-8")
    assert definition_problems(task.exercise, stub) == []
    known = read_known_answers(COURSE, assignment, task.exercise)
    assert known_answer_problems(task.exercise, known) == []
    assert cost_problems(task.exercise, known) == []
    assert len(task.exercise.checks) >= 2  # partial credit


@pytest.mark.parametrize("assignment", COURSE.table.assignments)
def test_every_known_answer_belongs_to_an_exercise(assignment: str) -> None:
    """No file or folder of known answers is misspelt, so all of them are proven."""
    refuse_strays(COURSE, assignment)


@pytest.mark.slow
@pytest.mark.parametrize(("assignment", "slug"), EXERCISES[::SHARE])
def test_junk_neither_crashes_a_check_nor_passes_one(
    assignment: str, slug: str, shared_runner: Runner
) -> None:
    """The reference gets full marks, and its evidence spoilt in any way gets none for it."""
    task = prepare_exercise(COURSE, assignment, slug)
    reference = read_specimens(COURSE, assignment, task)[0]
    assert examine(reference, shared_runner) == ([], [])


@pytest.mark.slow
@pytest.mark.parametrize(("assignment", "slug"), EXERCISES[SHARE // 2 :: SHARE])
def test_a_few_mutants_fail_a_check_or_are_equal(
    assignment: str, slug: str, shared_runner: Runner
) -> None:
    """Small edits of right answers are seen; `selfcheck --mutants` proves it of all of them."""
    mutated = read_mutants(COURSE, assignment, slug)
    assert mutated.problems == ()
    proven = [prove_mutant(one, shared_runner) for one in sampled(mutated, SAMPLE, seed=0)]
    assert [each.proof for each in proven if each.proof.off] == []


@pytest.mark.slow
@pytest.mark.parametrize(("assignment", "slug"), TRAINED[::KERAS_SHARE])
def test_what_keras_trains_is_judged_alike(
    assignment: str, slug: str, keras_runner: Runner
) -> None:
    """Without a trainer, as in a notebook, checks pass and fail on what they must.

    Here the reference and the stub; in `make whole` the mistake too that most checks fail on. That
    the numbers are the trainer's, bit for bit, is proven by `test_comparison`, and what each check
    says of every known answer by `test_class`.
    """
    task = prepare_exercise(COURSE, assignment, slug)
    specimens = telling(read_specimens(COURSE, assignment, task))
    wrong = {one.name: problems_with(one, graded(one, keras_runner)) for one in specimens}
    assert wrong == {name: [] for name in wrong}
    if is_whole():
        # What is only claimed is spoilt as well.
        assert examine(specimens[0], keras_runner) == ([], [])


def telling(specimens: Sequence[Specimen]) -> list[Specimen]:
    reference, stub, *others = specimens
    worst = max(others, key=lambda one: len(one.fails or ()))
    return [reference, stub, *([worst] if is_whole() else [])]
