"""What can be seen of a training that the vocabulary has no words for."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.appearance import (
    NO_DATA_KNOWN,
    NOTHING_SEEN,
    appearance,
    data_given,
)
from autograder.recipes.unknown import WORD

pytestmark = pytest.mark.slow

X, Y = np.random.default_rng(1).random((20, 6, 6)), np.arange(20) % 3


def given(**changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = dict.fromkeys(("sample_weight", "validation_data"))
    return {"x": X, "y": Y, "validation_split": 0.0, **usual, **changes}


def compiled(**how: Any) -> Any:
    import keras

    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(3)])
    model.compile(**{"optimizer": "adam", "loss": "mse"} | how)
    return model


def own_loss(kind: str) -> Any:
    import keras

    def loss(labels: Any, outputs: Any) -> Any:
        if kind == "blind":
            return keras.ops.mean(keras.ops.square(outputs), axis=-1)
        logits = kind == "logits"
        return keras.losses.sparse_categorical_crossentropy(labels, outputs, from_logits=logits)

    return loss


def keras_loss(**how: Any) -> Any:
    import keras

    return keras.losses.SparseCategoricalCrossentropy(**how)


@pytest.mark.parametrize(
    ("make", "name", "from_logits"),
    [
        (lambda: "sparse_categorical_crossentropy", "sparse_categorical_crossentropy", False),
        (lambda: keras_loss(from_logits=True), "SparseCategoricalCrossentropy", True),
        (keras_loss, "SparseCategoricalCrossentropy", False),
        (lambda: own_loss("logits"), "sparse_categorical_crossentropy", True),
        (lambda: own_loss("shares"), "sparse_categorical_crossentropy", False),
        (lambda: own_loss("blind"), "loss", False),
        (lambda: lambda _labels, _outputs: 1 / 0, "<lambda>", WORD),
    ],
)
def test_a_loss_shows_what_it_takes(make: Any, name: str, from_logits: Any) -> None:
    """Whether a loss takes logits is known of Keras's own, and found out of others.

    So is whether it is cross entropy.
    """
    seen = appearance(compiled(loss=make()), given())
    assert (seen["loss"], seen["from_logits"]) == (name, from_logits)


def test_optimizers_and_metrics_are_named() -> None:
    """A class that is made from one of Keras's is that one; metrics are named in every form."""
    import keras

    class Mine(keras.optimizers.Optimizer):  # type: ignore[misc]
        pass

    class Faster(keras.optimizers.Adam):  # type: ignore[misc]
        pass

    def mine(_labels: Any, _outputs: Any) -> Any:
        return 0.0

    assert appearance(compiled(optimizer=Mine(0.1)), given())["optimizer"] == "Mine"
    assert appearance(compiled(optimizer=Faster()), given())["optimizer"] == "Adam"
    metrics = ["accuracy", mine, keras.metrics.MeanSquaredError(name="own name")]
    assert appearance(compiled(metrics=metrics), given())["metrics"] == [
        "accuracy",
        "mine",
        "own name",
    ]


def test_what_is_no_model_shows_nothing() -> None:
    """Nothing is raised, whatever there is to look at."""
    assert appearance(object(), given()) == NOTHING_SEEN
    assert appearance(None, {"x": None, "y": None}) == NOTHING_SEEN


def test_data_are_described_unknown_or_not_there() -> None:
    """Arrays are described, what is held back apart; what is no array is unknown."""
    whole = data_given(given())
    assert (whole["images"]["count"], whole["labels"]["count"], whole["validation"]) == (
        20,
        20,
        None,
    )
    split = data_given(given(validation_split=0.25))
    assert [split[name]["count"] for name in ("images", "labels", "validation")] == [15, 15, 5]
    apart = data_given(given(validation_data=(X[:3], Y[:3])))
    assert apart["validation"]["count"] == 3
    stream = data_given(given(x=iter([]), y=None, validation_data=iter([])))
    assert stream == NO_DATA_KNOWN
    assert data_given(given(x=X, y=None))["labels"] is None
