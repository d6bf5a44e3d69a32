"""What is said of too few hidden layers: whether one was made and is not in the network."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from autograder.exercises.fashion_mnist import more_layers
from autograder.judging.evidence import Evidence
from autograder.judging.judge import prepare
from autograder.wire.errors import Failure
from tests.own_course import IMAGES
from tests.trainings import fact

TRUTH = prepare(more_layers.exercise, IMAGES, given_seed=7, hidden_seed=7)


@pytest.mark.parametrize(
    ("aside", "name"),
    [
        ([256], "off_the_way"),
        ([], "hidden_layers"),
        ([None], "hidden_layers"),
        (3, "hidden_layers"),
    ],
)
def test_a_layer_beside_the_network_is_named(aside: Any, name: str) -> None:
    """One that was made and does not lead to the output is called by its width."""
    seen = Evidence({"values": {"aside": aside}, "trainings": []}, (fact(),))
    with pytest.raises(Failure) as caught:
        more_layers.has_two_hidden_layers(seen, TRUTH)
    assert caught.value.message.name == f"more_layers.{name}"
    assert caught.value.message.values.get("neurons") == (256 if name == "off_the_way" else None)


def test_the_probe_finds_what_is_computed_from_a_layer_beside_the_model() -> None:
    """A layer that is called on one of the model's, and is none of the model's, is beside it."""
    import keras

    def build() -> keras.Model:
        inputs = keras.Input((28, 28))
        first = keras.layers.Dense(512, "relu")(keras.layers.Flatten()(inputs))
        keras.layers.Dense(256, "relu")(first)
        return keras.Model(inputs, keras.layers.Dense(10, "softmax")(first))

    student = SimpleNamespace(
        model=lambda _name: build(),
        attempt=lambda *_given, **_named: {"returned": None},
        kept=lambda *_given: [],
    )
    assert more_layers.train(student, IMAGES)["aside"] == [256]
