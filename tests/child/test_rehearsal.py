"""A callback in a training that never happens notices nothing: it is called as `fit` calls it."""

# ruff: noqa: ARG001, T201 - hooks have the arguments that Keras passes, and print what they get

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.child.rehearsal import Epoch, Rehearsal
from autograder.child.student import Student

ACCURACY = {"accuracy": 0.5, "loss": 1.0}
VALIDATED = {**ACCURACY, "val_accuracy": 0.25, "val_loss": 2.0}
TWO_EPOCHS: list[Epoch] = [([ACCURACY, ACCURACY], ACCURACY, VALIDATED)] * 2


@pytest.fixture(scope="module")
def model() -> Any:
    """A small model, built and compiled."""
    import keras

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def callback_of(**methods: Any) -> Any:
    """A callback with these methods."""
    import keras

    return type("Own", (keras.callbacks.Callback,), methods)()


def watching(seen: list[Any]) -> Any:
    """A callback that notes every hook with its arguments, and what it knows meanwhile."""

    def hook(name: str) -> Any:
        def note(self: Any, *args: Any, logs: Any = None) -> None:
            first = [item for item in args if not isinstance(item, dict)]
            keys = [sorted(item) for item in (*args, logs) if isinstance(item, dict)]
            seen.append((name, first, keys, sorted(self.params), len(self.model.history.history)))

        return note

    kinds = ("train", "epoch", "train_batch", "test", "test_batch")
    names = [f"on_{kind}_{end}" for kind in kinds for end in ("begin", "end")]
    return callback_of(**{name: hook(name) for name in names})


def test_every_hook_is_called_as_fit_calls_it(model: Any) -> None:
    """Hooks, their order, their arguments and what `self` knows are a real training's."""
    real: list[Any] = []
    made_up: list[Any] = []
    images, labels = np.zeros((4, 2)), np.zeros(4)
    held_back = (images[:2], labels[:2])
    model.fit(
        images,
        labels,
        batch_size=2,
        epochs=2,
        verbose=0,
        validation_data=held_back,
        callbacks=[watching(real)],
    )
    Rehearsal([watching(made_up)], model).run(TWO_EPOCHS)
    assert made_up == real


def test_a_stop_ends_the_training(model: Any) -> None:
    """The epoch that a callback stops in is the last, and a stop by a batch ends that epoch."""

    def stop(self: Any, epoch: int, logs: Any = None) -> None:
        print("epoch", epoch)
        self.model.stop_training = epoch == 1

    def end(_self: Any, logs: Any = None) -> None:
        print("end")

    rehearsal = Rehearsal([callback_of(on_epoch_end=stop, on_train_end=end)], model)
    rehearsal.run(TWO_EPOCHS * 2)
    assert rehearsal.stops == [False, True]
    assert rehearsal.printed == ["epoch 0\n", "epoch 1\nend\n"]
    rehearsal = Rehearsal([callback_of(on_train_batch_end=stop)], model)
    rehearsal.run(TWO_EPOCHS)
    assert (rehearsal.stops, rehearsal.printed[0]) == ([True], "epoch 0\nepoch 1\n")


@pytest.mark.parametrize(
    ("logs", "printed"),
    [
        (None, "None\n"),
        ({}, "{}\n"),
        ({"accuracy": np.float32(0.5)}, "{'accuracy': 0.5}\n"),
    ],
)
def test_logs_arrive_as_keras_hands_them_over(model: Any, logs: Any, printed: str) -> None:
    """Numbers are Python's, and an epoch without logs is told as that."""

    def show(_self: Any, _epoch: int, logs: Any = None) -> None:
        print(logs)

    rehearsal = Rehearsal([callback_of(on_epoch_end=show)], model)
    rehearsal.run([([{}], None, logs)])
    assert rehearsal.printed == [printed]


def test_attributes_that_were_meant_for_a_stop_are_noted(model: Any) -> None:
    """Whose they are, how they are spelt and what was set; numbers and others are passed over."""
    import keras

    other = keras.Sequential()

    def stop(self: Any, epoch: int, logs: Any = None) -> None:
        self.model.stop_trainig = True
        self.model.stop_training = False
        self.stop_training = other.stop_training = True
        self.model.stop_at = epoch
        self.model.tried = True

    before = keras.Model.__setattr__
    for _again in range(2):
        report = Student({}).rehearse([callback_of(on_epoch_end=stop)], model, TWO_EPOCHS)
        assert report["attributes"] == [
            ["model", "stop_trainig", True],
            ["model", "stop_training", False],
            ["another", "stop_training", True],
            ["callback", "stop_training", True],
        ]
    assert keras.Model.__setattr__ is before
    assert Student({}).rehearse([], model, TWO_EPOCHS)["attributes"] == []


def test_what_notes_attributes_is_called_as_what_it_takes_the_place_of(model: Any) -> None:
    """A callback cannot tell a rehearsal by the name of the method that models have there."""
    import keras

    def named() -> tuple[str, ...]:
        own = keras.Model.__setattr__
        return own.__name__, own.__qualname__, own.__module__, *vars(own)

    seen: list[tuple[str, ...]] = []

    def look(_self: Any, _epoch: int, logs: Any = None) -> None:
        seen.append(named())

    Rehearsal([callback_of(on_epoch_end=look)], model).run(TWO_EPOCHS)
    assert seen == [named()] * 2


def test_changes_of_what_callbacks_share_are_noted(model: Any) -> None:
    """An entry that was taken out of the logs, and one with another value; new ones are fine."""

    def change(_self: Any, _epoch: int, logs: Any = None) -> None:
        logs.pop("accuracy")
        logs["loss"] = 0.0
        logs["own"] = 1.0

    epochs: Any = [([{}], None, {"accuracy": 0.5, "loss": 1.0})]
    report = Student({}).rehearse([callback_of(on_epoch_end=change)], model, epochs)
    assert report["attributes"] == [["logs", "accuracy", False], ["logs", "loss", True]]


def test_what_is_raised_ends_it_and_is_reported(model: Any) -> None:
    """What was seen until then is kept, a stop before the exception too."""

    def stop(self: Any, epoch: int, logs: Any = None) -> None:
        self.model.stop_training = True
        raise ValueError(epoch)

    report = Student({}).rehearse([callback_of(on_epoch_end=stop)], model, TWO_EPOCHS)
    assert (report["stops"], report["printed"]) == ([True], [""])
    assert isinstance(report["problem"]["raised"], ValueError)
