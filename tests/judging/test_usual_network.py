"""The usual network and no more: what changes nothing may come along, and all else may not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.judging.usual_network import flattens_whole_images, has_one_hidden_layer
from autograder.recipes import recipe
from tests.trainings import fact

FLATTEN, HIDDEN = recipe.Flatten(), recipe.Dense(8, "relu")
OUTPUT = recipe.Dense(10, "softmax")


@pytest.mark.parametrize(
    ("layers", "answer"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), True),
        ((FLATTEN, HIDDEN, recipe.Dropout(0.2), OUTPUT), True),
        ((FLATTEN, recipe.Dense(8), recipe.BatchNormalization(), recipe.ReLU(), OUTPUT), True),
        ((recipe.RandomFlip(), recipe.Rescaling(2.0), FLATTEN, HIDDEN, OUTPUT), True),
        ((FLATTEN, recipe.Dense(9, "relu"), OUTPUT), False),
        ((FLATTEN, recipe.Dense(8, "tanh"), OUTPUT), False),
        ((FLATTEN, HIDDEN, HIDDEN, OUTPUT), False),
        ((FLATTEN, HIDDEN, recipe.Reshape((8, 1)), recipe.Conv1D(4, (1,)), FLATTEN, OUTPUT), False),
        ((FLATTEN, HIDDEN, recipe.Reshape((2, 4)), recipe.LSTM(4), OUTPUT), False),
        ((OUTPUT,), False),
    ],
)
def test_one_hidden_layer_and_no_more(layers: tuple[Any, ...], answer: bool) -> None:
    """Layers that drop, shift, scale or activate are fine; others that learn are not."""
    assert has_one_hidden_layer(fact(*layers, weights=None), 8) is answer


def test_a_matrix_that_no_dense_layer_has_is_one_too_many() -> None:
    """Whatever layer of a student's own it belongs to; rows of numbers only scale and shift."""
    shapes = [(4, 8), (8,), (8,), (8, 10), (10,)]
    weights = [np.zeros(shape, np.float32) for shape in shapes]
    assert has_one_hidden_layer(fact(weights=tuple(weights)), 8)
    assert not has_one_hidden_layer(fact(weights=(*weights, np.zeros((8, 8), np.float32))), 8)


@pytest.mark.parametrize(
    ("layers", "answer"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), True),
        ((recipe.Reshape((4,)), HIDDEN, OUTPUT), True),
        ((recipe.Reshape((2, 2, 1)), HIDDEN, FLATTEN, OUTPUT), False),
        ((HIDDEN, FLATTEN, OUTPUT), False),
        (
            (
                recipe.Reshape((2, 2, 1)),
                recipe.Cropping2D(((0, 1), (0, 1))),
                FLATTEN,
                HIDDEN,
                OUTPUT,
            ),
            False,
        ),
    ],
)
def test_images_are_flattened_as_a_whole(layers: tuple[Any, ...], answer: bool) -> None:
    """Each becomes one row of all its pixels, before the first `Dense` layer."""
    assert flattens_whole_images(fact(*layers)) is answer
