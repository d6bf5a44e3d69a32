"""What is said of networks without `Flatten`: what they declare, and where they flatten."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.exercises.fashion_mnist import without_flatten
from autograder.judging.evidence import Evidence
from autograder.judging.fits import FitRecord
from autograder.judging.judge import prepare
from autograder.recipes import recipe
from autograder.recipes.layers import layers_of
from autograder.wire.errors import Failure
from autograder.wire.messages import Message
from tests.own_course import IMAGES as GIVEN
from tests.trainings import RAISED, fact, network

TRUTH = prepare(without_flatten.exercise, GIVEN, given_seed=7, hidden_seed=7)
DENSE = (recipe.Dense(64, "relu"), recipe.Dense(10, "softmax"))
IMAGES = (GIVEN.train_images[:1103] / 255).astype(np.float32)
LABELS = GIVEN.train_labels[:1103]


def trained(*layers: Any, declared: tuple[int, ...] | None = None) -> FitRecord:
    made = network(*layers, input_shape=declared)
    return fact(
        *layers,
        images=IMAGES,
        labels=LABELS,
        network=made,
        layers=layers_of(made, IMAGES.shape[1:]),
    )


def failure(check: Any, *fits: FitRecord) -> Message:
    """What a check says of these trainings."""
    values = {"returned": None, "problem": None}
    with pytest.raises(Failure) as caught:
        check(Evidence({"values": values, "trainings": []}, fits), TRUTH)
    return caught.value.message


def test_an_input_of_flat_rows_is_shown() -> None:
    """An `Input` of 784 numbers is what is wrong there, though no layer flattens anything."""
    check = without_flatten.tries_to_train_on_squares
    said = failure(check, trained(*DENSE, declared=(784,)))
    assert (said.name, said.values["numbers"]) == ("without_flatten.flat_input", 784)
    flattened = failure(check, trained(recipe.Flatten(), *DENSE, declared=(28, 28)))
    assert flattened.name == "without_flatten.flat_rows"


def test_an_input_of_flat_rows_beside_the_right_network_costs_nothing() -> None:
    """The network that is asked for may be tried first, and another one after it."""
    fits = (trained(*DENSE), trained(*DENSE, declared=(784,)))
    values = {"returned": None, "problem": None}
    seen = Evidence({"values": values, "trainings": []}, fits)
    without_flatten.tries_to_train_on_squares(seen, TRUTH)


def test_flatten_behind_the_outputs_comes_too_late() -> None:
    """28 rows of ten outputs in one row are no question of how many classes there are."""
    check = without_flatten.repaired_model_has_ten_outputs
    late = failure(check, trained(*DENSE, recipe.Flatten()))
    assert (late.name, late.values["numbers"]) == ("without_flatten.flattened_last", 280)
    nine = failure(check, trained(recipe.Flatten(), recipe.Dense(9, "softmax")))
    assert nine.name == "without_flatten.ten_outputs"
    assert failure(check, trained(*DENSE)).name == "without_flatten.one_row"


def test_another_loss_is_told_as_that() -> None:
    """An error of another loss is not the one that the exercise is about."""
    other = replace(trained(*DENSE), loss="mse", raised=RAISED)
    said = failure(without_flatten.training_raises_the_error, other)
    assert (said.name, said.values["seen"]) == ("without_flatten.other_loss", "mse")
    same = failure(without_flatten.training_raises_the_error, replace(other, loss=fact().loss))
    assert same.name == "without_flatten.raised"


@pytest.mark.parametrize(("kept", "name"), [(["layers", "hidden"], "shared_layers"), ([], "")])
def test_layers_of_another_model_are_told_where_training_fails(kept: list[str], name: str) -> None:
    """A layer that was made for rows of 28 cannot be trained on 784 numbers."""
    values = {"returned": None, "problem": {"raised": RAISED}, "kept": kept}
    seen = Evidence({"values": values, "trainings": []}, [])
    for check in (
        without_flatten.repaired_model_has_ten_outputs,
        without_flatten.repaired_model_learns,
    ):
        with pytest.raises(Failure) as caught:
            check(seen, TRUTH)
        assert caught.value.message.name == (f"without_flatten.{name}" if name else "crash")
