"""Calls of `fit` into records: each is whole, and the one who calls notices nothing."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder.describe import describe_data
from autograder.evidence import Evidence
from autograder.frames import decode, encode
from autograder.network import in_words
from autograder.recorder import MOST_RECORDED, Recorder
from autograder.training import Training

pytestmark = pytest.mark.slow

HEADER_BYTES = 8
COUNT = 32
GENERATOR = np.random.default_rng(1)
IMAGES = GENERATOR.random((COUNT, 28, 28), np.float32)
LABELS = GENERATOR.integers(0, 3, COUNT)
LOSS = "sparse_categorical_crossentropy"


@pytest.fixture
def recorder() -> Iterator[Recorder]:
    """A recorder, whose wrapper of `fit` is taken off again afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        patch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras

        recorder = Recorder()
        yield recorder
        del keras.Model.fit


def layers_of(dropout: float = 0.0) -> list[Any]:
    from keras import layers

    return [
        layers.Flatten(),
        layers.Dense(4, activation="relu"),
        layers.Dropout(dropout),
        layers.Dense(3, activation="softmax"),
    ]


def compiled(model: Any, loss: Any = LOSS, metrics: Any = None) -> Any:
    model.compile("adam", loss, metrics=metrics)
    return model


def sequential(dropout: float = 0.0) -> Any:
    import keras

    return compiled(keras.Sequential(layers_of(dropout)))


def subclassed(dropout: float = 0.0) -> Any:
    import keras

    class Backwards(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            first, second, third, fourth = layers_of(dropout)
            self.fourth, self.third, self.second, self.first = fourth, third, second, first

        def call(self, images: Any) -> Any:
            return self.fourth(self.third(self.second(self.first(images))))

    return compiled(Backwards())


def taken(recorder: Recorder) -> tuple[Training, ...]:
    """The records as the judge gets them from the fence."""
    report = {"values": {}, "trainings": recorder.take()}
    return Evidence(decode(encode(report)[HEADER_BYTES:])).trainings()


# ---- what is recorded --------------------------------------------------------------------------


def test_a_training_is_recorded(recorder: Recorder) -> None:
    """A record says what the network was, what it was given and what came of it."""
    model = compiled(sequential(), metrics=["accuracy"])
    history = model.fit(IMAGES, LABELS, epochs=2, verbose=0)
    (training,) = taken(recorder)
    assert in_words(training.layers) == "Flatten, Dense(4, relu), Dropout(0), Dense(3, softmax)"
    assert (training.loss, training.from_logits) == (LOSS, False)
    assert (training.optimizer, training.metrics) == ("Adam", ("accuracy",))
    assert (training.epochs, training.first_step) == (2, 0)
    assert training.images is not None
    assert (training.images.count, training.images.shape) == (COUNT, (COUNT, 28, 28))
    assert training.images.digest == (describe_data(IMAGES) or {})["digest"]
    assert training.labels is not None
    assert training.labels.digest == (describe_data(LABELS) or {})["digest"]
    assert (training.validation, training.raised) == (None, None)
    assert training.logs == {name: tuple(series) for name, series in history.history.items()}
    assert set(training.logs) == {"loss", "accuracy"}


def test_arguments_may_be_given_in_any_way(recorder: Recorder) -> None:
    """By position, by name and as tensors: the record is the same."""
    import tensorflow as tf

    model = sequential()
    model.fit(IMAGES, LABELS, 8, 2, 0)
    model.fit(y=LABELS, x=IMAGES, epochs=2, verbose=0)
    model.fit(tf.constant(IMAGES), tf.constant(LABELS), epochs=2, verbose=0)
    first, *others = taken(recorder)
    for other in others:
        assert (other.images, other.labels, other.epochs) == (first.images, first.labels, 2)


def test_validation_data_is_recorded(recorder: Recorder) -> None:
    """The images of `validation_data` are described, and its logs are kept."""
    validation = (IMAGES[:8] / 2, LABELS[:8])
    sequential().fit(IMAGES, LABELS, validation_data=validation, verbose=0)
    (training,) = taken(recorder)
    assert training.validation is not None
    assert training.validation.digest == (describe_data(validation[0]) or {})["digest"]
    assert set(training.logs) == {"loss", "val_loss"}


def test_a_second_training_knows_of_the_first(recorder: Recorder) -> None:
    """`first_step` tells a fresh start from going on."""
    model = sequential()
    model.fit(IMAGES, LABELS, batch_size=8, epochs=2, verbose=0)
    model.fit(IMAGES, LABELS, batch_size=8, verbose=0)
    assert [training.first_step for training in taken(recorder)] == [0, 8]


def test_losses_metrics_and_logits_are_recorded(recorder: Recorder) -> None:
    """Losses and metrics given as objects are named, and the use of logits is kept."""
    import keras

    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    metrics = ["accuracy", keras.metrics.SparseTopKCategoricalAccuracy(2, name="top")]
    model = keras.Sequential([*layers_of()[:-1], keras.layers.Dense(3)])
    compiled(model, loss, metrics).fit(IMAGES, LABELS, verbose=0)
    (training,) = taken(recorder)
    assert (training.loss, training.from_logits) == (LOSS, True)
    assert training.metrics == ("accuracy", "top")
    assert set(training.logs) == {"loss", "accuracy", "top"}


@pytest.mark.parametrize("shape", [(28, 28), (28, 28, 1), (784,)])
def test_subclassed_models_are_recorded_in_call_order(
    recorder: Recorder, shape: tuple[int, ...]
) -> None:
    """A subclassed model's layers are in the order of its calls, for images of any shape."""
    subclassed().fit(IMAGES.reshape(COUNT, *shape), LABELS, verbose=0)
    (training,) = taken(recorder)
    assert [layer.kind for layer in training.layers] == ["Flatten", "Dense", "Dropout", "Dense"]


def test_a_subclassed_model_of_rows_is_recorded_in_call_order(recorder: Recorder) -> None:
    """A model that only takes images as rows is called with such rows to find its order."""
    import keras

    class Rows(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.last = keras.layers.Dense(3, activation="softmax")
            self.reshape = keras.layers.Reshape((784,))
            self.first = keras.layers.Dense(784)

        def call(self, images: Any) -> Any:
            return self.last(self.reshape(self.first(images)))

    compiled(Rows()).fit(IMAGES.reshape(COUNT, 784), LABELS, verbose=0)
    (training,) = taken(recorder)
    assert [layer.kind for layer in training.layers] == ["Dense", "Reshape", "Dense"]


def test_a_dataset_is_trained_on_and_not_described(recorder: Recorder) -> None:
    """A `tf.data` pipeline trains as ever; its record has no images."""
    import tensorflow as tf

    pairs = tf.data.Dataset.from_tensor_slices((IMAGES, LABELS)).batch(8)
    sequential().fit(pairs, epochs=1, shuffle=False, verbose=0)
    (training,) = taken(recorder)
    assert (training.images, training.labels) == (None, None)
    assert len(training.logs["loss"]) == 1


def test_a_fit_of_the_students_own_is_recorded(recorder: Recorder) -> None:
    """A subclass that overrides `fit` is recorded once, by what it passes on."""
    import keras

    class Longer(keras.Sequential):  # type: ignore[misc]
        def fit(self, images: Any, labels: Any, **others: Any) -> Any:
            return super().fit(images, labels, **others | {"epochs": 2})

    compiled(Longer(layers_of())).fit(IMAGES, LABELS, epochs=1, verbose=0)
    assert [training.epochs for training in taken(recorder)] == [2]


def test_records_are_taken_once(recorder: Recorder) -> None:
    """Taking the records empties the list."""
    sequential().fit(IMAGES, LABELS, verbose=0)
    assert len(recorder.take()) == 1
    assert recorder.take() == []


# ---- exceptions --------------------------------------------------------------------------------


def test_what_fit_raises_is_recorded_and_raised(recorder: Recorder) -> None:
    """A training that fails is recorded with its exception, which the caller gets as it is."""
    model = sequential()
    with pytest.raises(ValueError, match="cardinality") as caught:
        model.fit(IMAGES, LABELS[:-1], verbose=0)
    (record,) = recorder.take()
    assert record["raised"] is caught.value
    assert record["logs"] == {}
    assert [layer["kind"] for layer in record["layers"]][:2] == ["Flatten", "Dense"]


def test_an_exception_can_be_sent(recorder: Recorder) -> None:
    """The exception of a failed training reaches the judge by its names and text."""
    import keras

    model = compiled(keras.Sequential([keras.layers.Dense(3, activation="softmax")]))
    with pytest.raises(Exception, match="shape"):
        model.fit(IMAGES, LABELS, verbose=0)
    (training,) = taken(recorder)
    assert training.raised is not None
    assert training.raised.types[-1] == "Exception"


def test_an_interrupted_training_is_recorded(recorder: Recorder) -> None:
    """A callback that ends the training by force is recorded like any exception."""
    import keras

    class Stop(keras.callbacks.Callback):  # type: ignore[misc]
        def on_epoch_end(self, _epoch: int, _logs: Any = None) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        sequential().fit(IMAGES, LABELS, verbose=0, callbacks=[Stop()])
    (training,) = taken(recorder)
    assert training.raised is not None
    assert training.raised.types == ("KeyboardInterrupt",)


def test_a_model_that_is_not_compiled_is_recorded(recorder: Recorder) -> None:
    """Training without `compile` fails as ever and is recorded."""
    import keras

    with pytest.raises(ValueError, match="compile"):
        keras.Sequential(layers_of()).fit(IMAGES, LABELS, verbose=0)
    (training,) = taken(recorder)
    assert training.raised is not None
    assert training.metrics == ()


@pytest.mark.parametrize("arguments", [{"epoch": 3}, {"validation_data": ()}, {"epochs": "three"}])
def test_wrong_arguments_fail_as_ever(recorder: Recorder, arguments: dict[str, Any]) -> None:
    """Arguments that `fit` refuses raise the kind of exception that `fit` raises."""
    import keras

    wrapped = keras.Model.fit
    kinds = []
    for fit in (wrapped, wrapped.__wrapped__):
        with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever Keras raises
            fit(sequential(), IMAGES, LABELS, verbose=0, **arguments)
        kinds.append(type(caught.value))
    assert kinds[0] is kinds[1]
    assert all(record["raised"] for record in recorder.take())


# ---- the caller notices nothing ----------------------------------------------------------------


@pytest.mark.parametrize("make", [sequential, subclassed])
def test_training_is_not_changed(recorder: Recorder, make: Any) -> None:
    """With and without the recorder the same seed gives the same history and weights."""
    import keras

    wrapped = keras.Model.fit
    results = []
    for fit in (wrapped, wrapped.__wrapped__):
        keras.utils.set_random_seed(3)
        model = make(0.5)
        histories = [
            fit(model, IMAGES, LABELS, epochs=epochs, verbose=0).history for epochs in (2, 1)
        ]
        results.append((histories, [weights.tolist() for weights in model.get_weights()]))
    assert results[0] == results[1]
    assert len(recorder.take()) == 2


def test_what_is_returned_is_keras_own(recorder: Recorder) -> None:
    """`fit` returns Keras's history, and looks like Keras's `fit` to whoever inspects it."""
    import keras

    history = sequential().fit(IMAGES, LABELS, verbose=0)
    assert isinstance(history, keras.callbacks.History)
    original = inspect.signature(keras.Model.fit.__wrapped__)
    assert inspect.signature(keras.Model.fit) == original
    recorder.take()


@pytest.mark.parametrize("make", ["sequential", "subclassed"])
def test_a_failed_training_leaves_the_model_as_it_was(recorder: Recorder, make: str) -> None:
    """After a training that failed early, a model can still be trained on other shapes."""
    import keras

    class Own(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.only = keras.layers.Dense(3, activation="softmax")

        def call(self, images: Any) -> Any:
            return self.only(images)

    only = keras.layers.Dense(3, activation="softmax")
    model = compiled(keras.Sequential([only]) if make == "sequential" else Own())
    with pytest.raises(ValueError, match="cardinality"):
        model.fit(IMAGES, LABELS[:-1], verbose=0)
    model.fit(IMAGES.reshape(COUNT, 784), LABELS, verbose=0)
    failed, trained = taken(recorder)
    assert [layer.parameters for layer in failed.layers] == [0]
    assert [layer.parameters for layer in trained.layers] == [785 * 3]


def test_records_are_not_without_end(recorder: Recorder) -> None:
    """Of very many trainings the first are kept."""
    import keras

    model = keras.Sequential(layers_of())
    for _ in range(MOST_RECORDED + 5):
        with pytest.raises(ValueError, match="compile"):
            model.fit(IMAGES, LABELS, verbose=0)
    assert len(recorder.take()) == MOST_RECORDED
