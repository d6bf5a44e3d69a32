"""The trainer: Keras's own numbers to the bit, and an answer to every order."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import recipe
from autograder.building import Start, chain_variables, values_of
from autograder.epochs import CannotTrain, Epochs
from autograder.frames import HEADER, Raised, decode, encode
from autograder.recipe import (
    Activate,
    BatchNormalization,
    Compiled,
    Conv2D,
    Dense,
    Dropout,
    EvaluateRequest,
    FitRequest,
    Flatten,
    GaussianNoise,
    Initializer,
    LayerNormalization,
    Loss,
    MaxPooling2D,
    Metric,
    Network,
    Optimizer,
    Regularizer,
    Rescaling,
    Reshape,
)
from autograder.trainer import Parameters, answer, keras_evaluate, keras_fit, raised
from autograder.workshop import Order, plain_order
from tests.orders import CLASSES, COMPILED, LOSS, NETWORK, fit_order, images, labelled, labels

SOFTMAX = Dense(CLASSES, activation="softmax")


def chain(*layers: Any, **more: Any) -> Network:
    return Network((Flatten(), *layers), **more)


def optimized(kind: Any, **numbers: Any) -> Compiled:
    return Compiled(Optimizer(kind, numbers), LOSS, ("accuracy",))


ONE_HOT = np.eye(CLASSES, dtype=np.float32)[labels(50)]
CATEGORICAL = Compiled(Optimizer("Adam"), "categorical_crossentropy", ("accuracy",))
LOGITS = Compiled(
    Optimizer("Adam"), Loss("SparseCategoricalCrossentropy", from_logits=True), ("accuracy",)
)
METRICS = (
    Metric("SparseTopKCategoricalAccuracy", "top", k=3),
    Metric("SparseCategoricalAccuracy", "sparse"),
    "sparse_categorical_crossentropy",
)
CONVOLUTION = Network(
    (
        Conv2D(4, (3, 3), activation="relu"),
        BatchNormalization(),
        MaxPooling2D(),
        Flatten(),
        Dropout(0.3),
        SOFTMAX,
    ),
    input_shape=(8, 8, 1),
)
REGULAR = chain(
    Dense(8, kernel_regularizer=Regularizer(l2=0.01), activity_regularizer=Regularizer(l1=0.01)),
    Activate("tanh"),
    SOFTMAX,
)
NORMAL = chain(
    Rescaling(1 / 255),
    Dense(8, kernel_initializer=Initializer("HeNormal", seed=3)),
    LayerNormalization(),
    GaussianNoise(0.1),
    Dropout(0.5, seed=4),
    SOFTMAX,
)
TRAININGS: dict[str, Order] = {
    "a partial last batch": fit_order(),
    "batches of one size": fit_order(count=64),
    "less than a batch": fit_order(count=7),
    "batches of one": fit_order(count=9, batch_size=1),
    "a long training": fit_order(epochs=12, validated=20),
    "in order": fit_order(shuffle=False),
    "raw pixels": fit_order(x=(images(50) * 255).astype(np.uint8)),
    "wide integers": fit_order(y=labels(50).astype(np.int64)),
    "images in a column": fit_order(
        chain(SOFTMAX, input_shape=(64,)), x=images(50).reshape(50, 64)
    ),
    "labels in a column": fit_order(y=labels(50).reshape(50, 1)),
    "one-hot labels": fit_order(chain(SOFTMAX), CATEGORICAL, y=ONE_HOT),
    "logits": fit_order(chain(Dense(CLASSES)), LOGITS),
    "many metrics": fit_order(NETWORK, Compiled(Optimizer("SGD"), LOSS, METRICS), validated=9),
    "no metrics": fit_order(NETWORK, Compiled(Optimizer("SGD"), LOSS)),
    "dropout": fit_order(chain(Dense(32), Dropout(0.4), SOFTMAX), epochs=3),
    "normalisation and noise": fit_order(NORMAL, epochs=3),
    "convolution": fit_order(CONVOLUTION, epochs=3, validated=40, x=images(50)[..., None]),
    "convolution of images without channels": fit_order(CONVOLUTION, x=images(50)),
    "regularizers": fit_order(REGULAR, epochs=3, validated=5),
    "class weights": fit_order(class_weight=((0, 2.0), (1, 0.5), (3, 7.0))),
    "sample weights": fit_order(weight=np.linspace(0, 2, 50, dtype=np.float32), validated=9),
    "validation": fit_order(validated=41),
    "validation in other batches": fit_order(validated=41, batch_size=8, validation_batch_size=41),
    "validation every third epoch": fit_order(validated=9, epochs=7, validation_freq=3),
    "validation from the second epoch": fit_order(
        validated=9, epochs=2, first_epoch=1, validation_freq=2
    ),
    "a reshaped image": fit_order(Network((Reshape((64,)), SOFTMAX))),
    "a rate that diverges": fit_order(NETWORK, optimized("SGD", learning_rate=1e30)),
    "SGD": fit_order(NETWORK, optimized("SGD", momentum=0.9, nesterov=True, clipnorm=0.5)),
    "RMSprop": fit_order(NETWORK, optimized("RMSprop", momentum=0.5, centered=True)),
    "Adam": fit_order(NETWORK, optimized("Adam", learning_rate=0.01, amsgrad=True)),
    "AdamW": fit_order(NETWORK, optimized("AdamW", weight_decay=0.01, global_clipnorm=1.0)),
    "Nadam": fit_order(NETWORK, optimized("Nadam", beta_1=0.8), epochs=3),
    "Adamax": fit_order(NETWORK, optimized("Adamax")),
    "Adagrad": fit_order(NETWORK, optimized("Adagrad", initial_accumulator_value=0.2)),
    "Adadelta": fit_order(NETWORK, optimized("Adadelta")),
    "Lion": fit_order(NETWORK, optimized("Lion", clipvalue=0.1)),
}
ONLY_KERAS = {
    "steps": fit_order(steps_per_epoch=1),
    "steps of validation": fit_order(validated=41, validation_steps=1),
    "nothing to train": fit_order(Network((Flatten(),))),
    "not compiled": fit_order(compiled=None),
}


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return Parameters()


@pytest.fixture(scope="module")
def epochs() -> Epochs:
    """One for all tests: what was trained before must not matter."""
    return Epochs()


def start_of(order: Order) -> Start:
    return Start(order.seed, order.arrays, order.weights, order.optimizer)


def ended(model: Any) -> tuple[list[Any], list[Any]]:
    return values_of(chain_variables(model)), values_of(model.optimizer.variables)


def by_keras(order: Order) -> tuple[dict[str, list[float]], list[Any], list[Any]]:
    assert isinstance(order.request, FitRequest)
    model, logs = keras_fit(order.request, start_of(order))
    return logs, *ended(model)


def by_epochs(epochs: Epochs, order: Order) -> tuple[dict[str, list[float]], list[Any], list[Any]]:
    assert isinstance(order.request, FitRequest)
    model, logs = epochs.fit(order.request, start_of(order))
    return logs, *ended(model)


def assert_same(one: Any, other: Any) -> None:
    """Equal to the bit; where a number is none, in both."""
    assert list(one[0]) == list(other[0])
    np.testing.assert_equal(one[0], other[0])
    for ours, theirs in zip(one[1:], other[1:], strict=True):
        assert [array.dtype for array in ours] == [array.dtype for array in theirs]
        for array, wanted in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(array, wanted)


@pytest.mark.slow
@pytest.mark.parametrize("order", TRAININGS.values(), ids=TRAININGS)
def test_epochs_compute_what_fit_computes(epochs: Epochs, order: Order) -> None:
    """Logs, weights and the optimiser's values are those of `Model.fit`, new network or kept."""
    wanted = by_keras(order)
    assert_same(by_epochs(epochs, order), wanted)
    assert_same(by_epochs(epochs, order), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("order", TRAININGS.values(), ids=TRAININGS)
def test_epochs_one_by_one_are_epochs_at_once(epochs: Epochs, order: Order) -> None:
    """Orders of one epoch that hand all values on equal one order, by `fit` and by epochs."""
    assert isinstance(order.request, FitRequest)
    wanted = by_keras(order)
    for train in (by_keras, lambda order: by_epochs(epochs, order)):
        weights = optimizer = None
        logs: dict[str, list[float]] = {}
        for epoch in range(order.request.epochs):
            request = FitRequest(
                order.request.fit, 1, first_epoch=order.request.first_epoch + epoch
            )
            step = Order(request, order.seed, order.arrays, weights, optimizer)
            more, weights, optimizer = train(step)
            for name, series in more.items():
                logs.setdefault(name, []).extend(series)
        assert_same((logs, weights, optimizer), wanted)
