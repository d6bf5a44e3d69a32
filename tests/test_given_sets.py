"""Answers that are right for one set of given values are wrong for another.

Otherwise a table of answers, from public code or an earlier hand-in, would be as good as work.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from autograder.grading.grade import observe, verdicts
from autograder.grading.plan import prepare_exercise
from autograder.grading.secret import fixed_secret
from autograder.judging.exercise import Basis
from autograder.proofs.specimens import part_of, reference_of
from autograder.records import Verdict
from autograder.supervision.runner import Runner
from tests.own_course import COURSE

pytestmark = pytest.mark.slow

SETS = 6
# What is of the right form, or in the right relation, whatever was given; work is needed for it.
FORMS = {
    "one_hot_rows": {"rows_have_the_shape"},
    "own_network": {"layers_have_the_widths", "hidden_layers_bend", "takes_rows"},
    "squared_error": {"zero_when_right"},
    "whole_loop": {"reports_come_in_time"},
    "one_image": {"takes_a_single_image"},
    "next_batch": {"batches_have_the_size"},
    "dropout_by_hand": {"keeps_about_the_share", "one_by_one", "draws_from_the_generator"},
    "own_picture": {"makes_a_row_of_784"},
    "normalised_dataset": {"numbers_are_float32", "stays_a_dataset"},
    "endless_batches": {
        "never_ends", "batches_are_full", "order_is_mixed", "nothing_is_lost",
    },
    "relu_and_softmax": {"shares_add_up_to_one"},
    "three_sets": {"sizes_are_right"},
}  # fmt: skip


@pytest.mark.parametrize("assignment", COURSE.table.assignments)
def test_a_table_of_answers_fits_its_own_set_alone(assignment: str, shared_runner: Runner) -> None:
    """The reference's answers, judged with other sets, pass no check that is about values."""
    secret = fixed_secret(COURSE.table.seed)
    tasks = [
        prepare_exercise(COURSE, assignment, slug)
        for slug in COURSE.table.assignments[assignment].exercises
    ]
    tasks = [
        one
        for one in tasks
        if not any(check.basis is Basis.TRAINED for check in one.exercise.checks)
    ]
    parts = [part_of(reference_of(COURSE, assignment, one)) for one in tasks]
    fitting: dict[str, set[str]] = {}
    for task, seen in zip(tasks, observe(tasks, parts, shared_runner), strict=True):
        assert verdicts(task, seen).earned == task.exercise.points
        passed = Counter[str]()
        for number in range(1, SETS + 1):
            generator = np.random.default_rng(secret.given_seed(task.slug, number))
            truth = replace(task.truth, given=task.exercise.give(generator))
            grade = verdicts(replace(task, truth=truth), seen)
            passed.update(one.name for one in grade.checks if one.verdict is Verdict.PASSED)
        recomputed = {one.name for one in task.exercise.checks if one.basis is Basis.RECOMPUTED}
        found = {name for name in recomputed if passed[name] == SETS}
        fitting |= {task.slug: found} if found else {}
    assert fitting == {slug: names for slug, names in FORMS.items() if slug in fitting}
    assert {task.slug for task in tasks} & FORMS.keys() == fitting.keys()
