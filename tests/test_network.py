"""A described stack of layers into answers about the network."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.errors import Failure
from autograder.network import (
    Layer,
    dense_stack,
    flattens,
    in_words,
    layer_from,
)

FLATTEN = Layer("Flatten", output_shape=(784,))
HIDDEN = Layer("Dense", units=128, activation="relu", parameters=100_480, output_shape=(128,))
LINEAR = Layer("Dense", units=10, activation="linear", parameters=1_290, output_shape=(10,))
OUTPUT = Layer("Dense", units=10, activation="softmax", parameters=1_290, output_shape=(10,))
DROPOUT = Layer("Dropout", rate=0.2)


NEEDED = ("kind", "units", "activation", "rate", "parameters", "output_shape")


def description(**changes: Any) -> dict[str, Any]:
    """A layer as the fence describes it."""
    whole = {
        "kind": "Dense",
        "units": 128,
        "activation": "relu",
        "rate": 0.0,
        "parameters": 100_480,
        "output_shape": [128],
        "scale": 1.0,
    }
    return whole | changes


def test_a_described_layer_is_read() -> None:
    """A description with all its keys becomes a layer."""
    assert layer_from(description()) == HIDDEN


@pytest.mark.parametrize(
    "item",
    [None, 7, "Dense", [], {}]
    + [{key: value for key, value in description().items() if key != k} for k in NEEDED]
    + [
        description(units=None),
        description(units="many"),
        description(units=float("inf")),
        description(units=float("nan")),
        description(parameters=[]),
        description(rate="high"),
        description(rate=float("nan")),
        description(rate=float("inf")),
        description(scale="small"),
        description(scale=float("inf")),
        description(output_shape=128),
        description(output_shape=[None]),
    ],
)
def test_what_describes_no_layer_fails(item: Any) -> None:
    """A description that lacks a part, or has one of another kind, is a failure and no crash."""
    with pytest.raises(Failure, match="cannot be read"):
        layer_from(item)


@pytest.mark.parametrize(
    ("layers", "activations"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), ["relu", "softmax"]),
        ((FLATTEN, HIDDEN, DROPOUT, LINEAR), ["relu", "linear"]),
        ((LINEAR, Layer("Activation", activation="tanh"), OUTPUT), ["tanh", "softmax"]),
        ((LINEAR, Layer("ReLU"), LINEAR, Layer("Softmax")), ["relu", "softmax"]),
        ((LINEAR, Layer("LeakyReLU"), LINEAR, Layer("ELU")), ["leaky_relu", "elu"]),
        ((LINEAR, DROPOUT, Layer("ReLU")), ["relu"]),
        ((LINEAR, Layer("Activation", activation="linear"), Layer("ReLU")), ["relu"]),
        ((HIDDEN, Layer("Activation", activation="tanh")), ["relu"]),
        ((Layer("ReLU"), LINEAR), ["linear"]),
        ((FLATTEN, DROPOUT), []),
        ((), []),
    ],
)
def test_an_activation_behind_a_layer_is_the_layers_own(
    layers: tuple[Layer, ...], activations: list[str]
) -> None:
    """Only `Dense` layers count, and the first activation behind a linear one is folded in."""
    assert [layer.activation for layer in dense_stack(layers)] == activations


def test_folding_changes_nothing_else() -> None:
    """A layer keeps its width and parameters when an activation is folded into it."""
    assert dense_stack([LINEAR, Layer("Softmax")]) == (OUTPUT,)


@pytest.mark.parametrize(
    ("layers", "answer"),
    [
        ((FLATTEN, HIDDEN), True),
        ((Layer("Rescaling"), Layer("Reshape"), HIDDEN), True),
        ((HIDDEN, FLATTEN, OUTPUT), False),
        ((HIDDEN, OUTPUT), False),
        ((FLATTEN,), True),
        ((), False),
    ],
)
def test_only_what_stands_in_front_flattens(layers: tuple[Layer, ...], answer: bool) -> None:
    """Flattening counts in front of the first `Dense` layer, not behind it."""
    assert flattens(layers) is answer


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), "Flatten, Dense(128, relu), Dense(10, softmax)"),
        (
            (LINEAR, Layer("Activation", activation="relu"), DROPOUT),
            "Dense(10, linear), Activation(relu), Dropout(0.2)",
        ),
        ((), "no layers"),
    ],
)
def test_a_stack_reads_as_a_line(layers: tuple[Layer, ...], words: str) -> None:
    """A stack is named layer by layer, with what matters of each."""
    assert in_words(layers) == words
