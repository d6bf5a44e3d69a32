"""What is said of a wrong number of outputs: for which labels, in the order in which they came."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.exercises.fashion_mnist import five_outputs
from autograder.judging.evidence import Evidence
from autograder.judging.judge import prepare
from autograder.wire.errors import Failure
from autograder.wire.messages import Message
from tests.own_course import IMAGES
from tests.trainings import fact

# A definition has no types.
definition: Any = five_outputs
TRUTH = prepare(five_outputs.exercise, IMAGES, given_seed=7, hidden_seed=7)


def failure(rule: Any, check: Any = five_outputs.counts_outputs) -> Message:
    """What a check says of answers made by this rule."""
    answers = [
        {"returned": int(rule(list(labels))), "problem": None}
        for labels in TRUTH.given["label_sets"]
    ]
    with pytest.raises(Failure) as caught:
        check(Evidence({"values": {"outputs": answers}}), TRUTH)
    return caught.value.message


@pytest.mark.parametrize("place", [0, -1])
def test_the_label_at_an_end_is_no_largest_one(place: int) -> None:
    """Whoever takes the first or the last label is told that they come in any order."""
    said = failure(lambda labels: labels[place] + 1)
    assert said.name == "five_outputs.any_order"
    assert str(said.values["labels"]).startswith("[0, ")


def test_labels_are_shown_as_they_were_passed() -> None:
    """In their order, the middle of many left out, with the least and the largest of them."""
    assert definition.in_short([3, 17, 11, 3]) == "[3, 17, 11, 3]"
    assert definition.in_short([*range(40)]) == "[0, 1, 2, 3, 4, 5, ..., 34, 35, 36, 37, 38, 39]"
    said = failure(lambda labels: len(set(labels)), five_outputs.counts_outputs_despite_gaps)
    assert said.name == "five_outputs.gaps"
    assert said.values["expected"] == int(str(said.values["most"])) + 1


@pytest.mark.parametrize(
    ("rule", "check", "name"),
    [
        (definition.first_missing, "counts_outputs_despite_gaps", "first_gap"),
        (lambda labels: max(2, max(labels) + 1), "counts_outputs", "all_zero"),
        (lambda labels: int(max(labels)) % 256 + 1, "counts_outputs_despite_gaps", "eight_bits"),
    ],
)
def test_what_answers_follow_from_is_said(rule: Any, check: str, name: str) -> None:
    """The first missing number, a smallest answer, and numbers of eight bits."""
    assert failure(rule, getattr(definition, check)).name == f"five_outputs.{name}"


def test_labels_that_five_outputs_allow_are_told() -> None:
    """A training without an error has none of the others, which were left out or changed."""
    few = fact(labels=np.array([0, 4], np.uint8))
    seen = Evidence({"values": {"returned": None, "problem": None}, "trainings": []}, [few])
    with pytest.raises(Failure, match=r"five_outputs\.allowed_labels\(least=0, most=4\)"):
        definition.training_raises_the_error(seen, TRUTH)
