"""What is said of a wrong number of outputs: for which labels, in the order in which they came."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.exercises.fashion_mnist import five_outputs
from autograder.judging.evidence import Evidence
from autograder.judging.judge import prepare
from autograder.wire.dataset import PUBLIC, load
from autograder.wire.errors import Failure
from autograder.wire.messages import Message

# A definition has no types.
definition: Any = five_outputs
TRUTH = prepare(five_outputs.exercise, 7, load(PUBLIC))


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
