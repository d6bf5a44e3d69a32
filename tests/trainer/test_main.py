"""The trainer: Keras's own numbers to the bit, and an answer to every order."""

from __future__ import annotations

import dataclasses
import functools
import io
import resource
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.recipes.recipe import (
    Activate,
    BatchNormalization,
    Compiled,
    Conv2D,
    Dense,
    Dropout,
    Flatten,
    GaussianNoise,
    GlobalMaxPooling2D,
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
from autograder.recipes.requests import Batchwise, Drawn, EvaluateRequest, FitRequest
from autograder.trainer.batches import Dealer
from autograder.trainer.build import Start, chain_variables, started, values_of
from autograder.trainer.epochs import CannotTrain, Epochs
from autograder.trainer.main import (
    Parameters,
    answer,
    frames_from,
    keras_evaluate,
    keras_fit,
    raised,
)
from autograder.training.trainer_process import TrainerJob, message_of
from autograder.wire.errors import RecipeError
from autograder.wire.frames import HEADER, decode, encode
from autograder.wire.messages import message
from autograder.wire.protocol import Answer, Failed, Fault, Refused, Values, read_message
from tests.orders import (
    CLASSES,
    COMPILED,
    LOSS,
    NETWORK,
    fit_order,
    images,
    known,
    labelled,
    labels,
)
from tests.whole import is_whole

SHARE = 1 if is_whole() else 2  # one of so many trainings is compared
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
# Where an epoch comes to the end of the data, Keras says so.
pytestmark = pytest.mark.filterwarnings("ignore:Your input ran out of data")

TRAININGS: dict[str, TrainerJob] = {
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
    "steps": fit_order(steps_per_epoch=1),
    "steps that do not divide the data": fit_order(batch_size=9, steps_per_epoch=4, epochs=3),
    "more steps than data": fit_order(steps_per_epoch=9),
    "steps of validation": fit_order(validated=41, validation_steps=1),
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
    "nothing to train": fit_order(Network((Flatten(),))),
    "not compiled": fit_order(compiled=None),
}


# Logs, weights and the optimiser's values.
Ended = tuple[dict[str, list[float]], list[Any], list[Any]]
Train = Callable[[TrainerJob], Ended]
# `fit` compiles again for each order, which takes longest here. Between them these three have each
# thing that one epoch hands on to the next: values, statistics, noise, the order of the images,
# validation, momentum.
DIVIDED_FIT = ("normalisation and noise", "validation every third epoch", "SGD")


@pytest.fixture(scope="module")
def parameters() -> Iterator[Parameters]:
    """The guard over `Layer.add_weight`, taken off again for other tests."""
    import keras

    original = keras.Layer.add_weight
    yield Parameters()
    keras.Layer.add_weight = original


@pytest.fixture(scope="module")
def epochs() -> Epochs:
    """One for all tests, with graphs: what was trained before must not matter."""
    return Epochs(few_steps=0)


def start_of(order: TrainerJob) -> Start:
    return Start(order.seed, order.arrays, order.weights, order.optimizer)


def ended(model: Any) -> tuple[list[Any], list[Any]]:
    return values_of(chain_variables(model)), values_of(model.optimizer.variables)


def by_keras(order: TrainerJob) -> Ended:
    assert isinstance(order.request, FitRequest)
    done = keras_fit(order.request, start_of(order))
    return done.logs, *ended(done.model)


def by_epochs(epochs: Epochs, order: TrainerJob) -> Ended:
    assert isinstance(order.request, FitRequest)
    done = epochs.fit(order.request, start_of(order))
    return done.logs, *ended(done.model)


def assert_same(one: Any, other: Any) -> None:
    """Equal to the bit; where a number is none, in both."""
    assert list(one[0]) == list(other[0])
    np.testing.assert_equal(one[0], other[0])
    for ours, theirs in zip(one[1:], other[1:], strict=True):
        assert [array.dtype for array in ours] == [array.dtype for array in theirs]
        for array, wanted in zip(ours, theirs, strict=True):
            np.testing.assert_array_equal(array, wanted)


@functools.cache
def all_by_keras(name: str) -> Ended:
    """What `Model.fit` makes of a whole training; most of its time goes into compiling."""
    return by_keras(TRAININGS[name])


@pytest.mark.slow
@pytest.mark.parametrize("name", [*TRAININGS][::SHARE])
def test_epochs_compute_what_fit_computes(epochs: Epochs, name: str) -> None:
    """Logs, weights and the optimiser's values are those of `Model.fit`, new network or kept."""
    for _time in range(2):
        assert_same(by_epochs(epochs, TRAININGS[name]), all_by_keras(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", [*TRAININGS][SHARE // 2 :: SHARE])
def test_epochs_one_by_one_are_epochs_at_once(epochs: Epochs, name: str) -> None:
    """Orders of some epochs that hand all values on equal one order, by epochs and by `fit`."""
    order = TRAININGS[name]
    assert isinstance(order.request, FitRequest)
    all_epochs = order.request.epochs
    each_alone, first_and_rest = (1,) * all_epochs, (1, all_epochs - 1)
    ways: list[tuple[Train, tuple[int, ...]]] = [(functools.partial(by_epochs, epochs), each_alone)]
    if name in DIVIDED_FIT:
        ways.append((by_keras, first_and_rest))
    for train, parts in ways:
        weights = optimizer = None
        logs: dict[str, list[float]] = {}
        epoch = order.request.first_epoch
        for count in parts:
            fit = order.request.fit
            begun = epoch - order.request.first_epoch if fit.steps_per_epoch else 0
            request = FitRequest(fit, count, first_epoch=epoch, begun=begun)
            epoch += count
            step = TrainerJob(request, order.seed, order.arrays, weights, optimizer)
            more, *values = train(step)
            weights, optimizer = (tuple(part) for part in values)
            for metric, series in more.items():
                logs.setdefault(metric, []).extend(series)
        assert_same((logs, weights, optimizer), all_by_keras(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["normalisation and noise", "RMSprop", "drawn"])
def test_few_steps_are_those_of_a_model_that_runs_eagerly(name: str) -> None:
    """Without a graph, the numbers are those of `Model.fit` without one."""
    order = drawn_order() if name == "drawn" else TRAININGS[name]
    assert isinstance(order.request, FitRequest)
    fit, start = order.request.fit, start_of(order)
    training, validation = Dealer().deal(fit, start)
    model = started(fit.network, fit.compiled, fit.training.images, start)
    model.run_eagerly = True
    history = model.fit(
        training.dataset(),
        validation_data=None if validation is None else validation.dataset(),
        epochs=order.request.epochs,
        shuffle=False,
        verbose=0,
    )
    all_steps = order.request.epochs * training.count
    wanted = (dict(sorted(history.history.items())), *ended(model))
    ours = by_epochs(Epochs(few_steps=all_steps), order)
    assert_same((dict(sorted(ours[0].items())), *ours[1:]), wanted)


BATCHWISE = {
    "nothing": Batchwise(),
    "rates": Batchwise(((0, 0.1), (2, 0.001))),
    "steps": Batchwise(((1, 0.1),), steps=3),
}


@pytest.mark.slow
@pytest.mark.parametrize("told", BATCHWISE.values(), ids=BATCHWISE)
def test_batches_are_those_of_fit(epochs: Epochs, told: Batchwise) -> None:
    """The logs of each batch, and what callbacks did at one, are as `Model.fit` has them."""
    order = fit_order(NORMAL, batch_size=8, validated=9, epochs=1)
    assert isinstance(order.request, FitRequest)
    request = msgspec.structs.replace(order.request, batches=told)
    ours, theirs = epochs.fit(request, start_of(order)), keras_fit(request, start_of(order))
    assert len(ours.batches["loss"]) == (told.steps or 7)
    assert len(ours.batches["val_loss"]) == 2
    assert ours.batches == theirs.batches
    assert_same((ours.logs, *ended(ours.model)), (theirs.logs, *ended(theirs.model)))


def drawn_order(epochs: int = 1) -> TrainerJob:
    """An order whose batches were drawn: some rows twice, some that the first epoch had not."""
    order = fit_order(count=20, epochs=epochs)
    arrays = dict(order.arrays)
    more = labelled(arrays, images(4, 100), labels(4, 100))
    rows = np.array([3, 3, 21, 0, 7, 23, 19, 1, 2], np.int32)
    drawn = Drawn(known(rows, arrays), known(np.array([4, 6, 9], np.int32), arrays), more)
    assert isinstance(order.request, FitRequest)
    fit = msgspec.structs.replace(order.request.fit, drawn=drawn)
    request = msgspec.structs.replace(order.request, fit=fit)
    return dataclasses.replace(order, request=request, arrays=arrays)


@pytest.mark.slow
def test_batches_that_were_drawn_are_trained_on(epochs: Epochs) -> None:
    """An epoch consists of the rows that are named, batch by batch, as `Model.fit` takes them."""
    order = drawn_order()
    assert_same(by_epochs(epochs, order), by_keras(order))
    assert int(by_epochs(epochs, order)[2][0]) == 3


@pytest.mark.parametrize("size", [4, 5])
def test_batches_of_another_size_than_was_said_are_refused(size: int) -> None:
    """What is said of the size of batches is believed, so it must be so; here they differ."""
    order = drawn_order()
    assert isinstance(order.request, FitRequest)
    assert order.request.fit.drawn is not None
    drawn = msgspec.structs.replace(order.request.fit.drawn, size=size)
    fit = msgspec.structs.replace(order.request.fit, drawn=drawn)
    with pytest.raises(RecipeError, match="other_data"):
        Dealer().deal(fit, start_of(order))


@pytest.mark.slow
@pytest.mark.parametrize("order", ONLY_KERAS.values(), ids=ONLY_KERAS)
def test_some_orders_are_left_to_keras(epochs: Epochs, order: TrainerJob) -> None:
    """What whole epochs cannot compute is declined, not approximated."""
    with pytest.raises(CannotTrain):
        by_epochs(epochs, order)


@pytest.mark.slow
def test_the_seed_decides(epochs: Epochs) -> None:
    """Another seed gives other weights and another order of the images; the same gives the same."""
    one, other = (by_epochs(epochs, fit_order(seed=seed)) for seed in (1, 2))
    assert one[0] != other[0]
    assert_same(by_epochs(epochs, fit_order(seed=1)), one)
    same_start = tuple(one[1])
    shuffled = [by_epochs(epochs, fit_order(seed=seed, weights=same_start)) for seed in (1, 2)]
    assert shuffled[0][0] != shuffled[1][0]


@pytest.mark.slow
def test_new_values_are_those_of_a_seeded_model(epochs: Epochs) -> None:
    """A new network starts as Keras's own does after `set_random_seed`."""
    import keras

    keras.utils.set_random_seed(3)
    dense = [keras.layers.Dense(16, "relu"), keras.layers.Dense(CLASSES, "softmax")]
    model = keras.Sequential([keras.layers.Flatten(), *dense])
    model.compile("adam", LOSS, metrics=["accuracy"])
    model.build((None, 8, 8))
    keras.utils.set_random_seed(3)
    logs = model.fit(images(50), labels(50), epochs=2, verbose=0).history
    assert_same(by_epochs(epochs, fit_order(seed=3)), (logs, *ended(model)))


@pytest.mark.slow
def test_the_learning_rate_is_the_requests(epochs: Epochs) -> None:
    """A rate that a callback set between two epochs counts, not the one that was handed on."""
    _, weights, optimizer = by_keras(fit_order(epochs=1))
    later = fit_order(
        NETWORK,
        optimized("Adam", learning_rate=0.1),
        epochs=1,
        first_epoch=1,
        weights=tuple(weights),
        optimizer=tuple(optimizer),
    )
    wanted = by_keras(later)
    assert wanted[2][1] == np.float32(0.1)
    assert_same(by_epochs(epochs, later), wanted)


@pytest.mark.slow
@pytest.mark.parametrize("more", [{}, {"batch_size": 7}], ids=["", "batches of 7"])
def test_evaluation_is_keras_own(epochs: Epochs, more: dict[str, Any]) -> None:
    """The metrics of a trained network are those of `Model.evaluate`."""
    _, weights, _ = by_epochs(epochs, fit_order())
    arrays: dict[str, Any] = {}
    request = EvaluateRequest(NETWORK, COMPILED, labelled(arrays, images(41), labels(41)), **more)
    start = Start(1, arrays, weights, None)
    assert epochs.evaluate(request, start) == keras_evaluate(request, start)


def answered(order: TrainerJob, parameters: Parameters, epochs: Epochs) -> Any:
    """The result as the judge reads it."""
    done = answer(encode(message_of(order))[HEADER.size :], parameters, epochs)
    return read_message(decode(encode(done)[HEADER.size :]), Answer).result


MISFITS: dict[str, tuple[TrainerJob, str]] = {
    "no Flatten": (
        fit_order(Network(NETWORK.layers[1:])),
        "must have rank (ndim) `target.ndim - 1`. Received: target.shape=(None,), "
        "output.shape=(None, 8, 10)",
    ),
    "five outputs": (
        fit_order(chain(Dense(5, activation="softmax")), y=np.full(50, 9, np.uint8)),
        "a label value of 9 which is outside the valid range of [0, 5)",
    ),
    "negative labels": (
        fit_order(y=np.full(50, -1)),
        "a label value of -1 which is outside the valid range of [0, 10)",
    ),
    "not compiled": (fit_order(compiled=None), "You must call `compile()` before using the model."),
    "no layers": (fit_order(Network(())), "no layers"),
    "nothing to compute": (fit_order(compiled=Compiled(Optimizer("SGD"), None)), "No loss"),
    "an unknown loss": (fit_order(compiled=Compiled(Optimizer("SGD"), "lost")), "lost"),
    "fewer labels than images": (fit_order(y=labels(49)), "cardinality"),
    "images of another size": (
        fit_order(chain(SOFTMAX, input_shape=(4, 4))),
        "",
    ),
    "images without channels": (fit_order(Network((Conv2D(2, (3, 3)),))), "expected min_ndim=4"),
    "a rate of no float": (fit_order(compiled=optimized("SGD", learning_rate=1)), "learning_rate"),
}


USUAL = fit_order(chain(Dense(12), Dropout(0.3), SOFTMAX), validated=9)


@pytest.fixture(scope="module")
def answers(parameters: Parameters, epochs: Epochs) -> dict[str, Any]:
    """What comes of an order, then of all that fail and of another kind, and then of it again."""
    orders = {
        "first": USUAL,
        **{name: order for name, (order, _cause) in MISFITS.items()},
        "no images": fit_order(count=0),
        "convolution": fit_order(CONVOLUTION, x=images(50)[..., None]),
        "again": USUAL,
    }
    return {name: answered(order, parameters, epochs) for name, order in orders.items()}


@pytest.mark.slow
def test_no_images_are_no_error(answers: dict[str, Any]) -> None:
    """Keras only warns of a training without images; it has no logs."""
    done = answers["no images"]
    assert isinstance(done, Values)
    assert done.logs == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", MISFITS)
def test_keras_says_what_is_wrong(answers: dict[str, Any], name: str) -> None:
    """What building, compiling or training raised is the answer: the cause, no place of ours."""
    error = answers[name]
    assert isinstance(error, Failed)
    assert error.types[-1] == "Exception"
    assert MISFITS[name][1] in error.message
    for place in ("File ", "line ", "Detected at", "/keras/", "Op:", "{{node"):
        assert place not in error.message


@pytest.mark.slow
def test_an_answer_is_independent_of_earlier_orders(
    answers: dict[str, Any], parameters: Parameters
) -> None:
    """After trainings and errors of all kinds the same order has the same answer to the bit."""
    first, again = answers["first"], answers["again"]
    for done in (again, answered(USUAL, parameters, Epochs())):
        assert_same(
            (done.logs, done.weights, done.optimizer),
            (first.logs, first.weights, first.optimizer),
        )
    assert first.iterations == 4


TOO_LARGE = {
    "parameters": fit_order(chain(Dense(10**9))),
    "more parameters than one layer has": fit_order(chain(*[Dense(4000)] * 3)),
    "filters": fit_order(Network((Conv2D(2**40, (3, 3)),), input_shape=(8, 8, 1))),
    "outputs": fit_order(
        Network((Conv2D(200_000, (1, 1)), GlobalMaxPooling2D(), SOFTMAX), input_shape=(8, 8, 1)),
        batch_size=50,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("order", TOO_LARGE.values(), ids=TOO_LARGE)
def test_too_much_is_refused_before_it_is_allocated(
    parameters: Parameters, epochs: Epochs, order: TrainerJob
) -> None:
    """A refusal that names the limit instead of an allocation."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    done = answered(order, parameters, epochs)
    grown_kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert done.final
    which = "outputs" if order is TOO_LARGE["outputs"] else "network"
    assert done.reason.name == f"too_large.{which}"
    assert grown_kilobytes < 400_000


@pytest.mark.slow
def test_values_that_do_not_fit_are_refused(parameters: Parameters, epochs: Epochs) -> None:
    """Too few values, of another shape or of another kind are refused, and none is set."""
    done = answered(fit_order(), parameters, epochs)
    weights, optimizer = done.weights, done.optimizer
    wrongs: tuple[dict[str, Any], ...] = (
        {"weights": weights[1:]},
        {"weights": [weights[0].T, *weights[1:]]},
        {"weights": [weights[0].astype(np.float64), *weights[1:]]},
        {"optimizer": optimizer[:-1]},
        {"weights": weights, "optimizer": weights},
        {"weights": [*weights, *weights]},
    )
    right = fit_order()
    for wrong in wrongs:
        values: dict[str, Any] = {name: tuple(arrays) for name, arrays in wrong.items()}
        order = dataclasses.replace(right, **values)
        refused = answered(order, parameters, epochs)
        assert not refused.final
        owner = "optimizer" if "optimizer" in wrong else "network"
        assert refused.reason == message("unrepeatable.other_start", owner=owner)
    unnamed = TrainerJob(right.request, 1, {})
    assert isinstance(answered(unnamed, parameters, epochs), Refused)


@pytest.mark.slow
@pytest.mark.parametrize(
    "body", [b"", b"junk", encode({})[HEADER.size :], encode(3)[HEADER.size :]]
)
def test_junk_is_answered(parameters: Parameters, epochs: Epochs, body: bytes) -> None:
    """Not even a frame that is no order ends the trainer."""
    assert isinstance(answer(body, parameters, epochs).result, Fault)


def test_a_message_keeps_its_cause_alone() -> None:
    """Places, nodes and folders of ours go; the words and numbers of the cause stay."""
    text = (
        "Graph execution error:\n\nDetected at node loss/Soft defined at (most recent call last):"
        '\n  File "/sandbox/autograder/trainer/main.py", line 33, in fit\n\n'
        '  File "<frozen runpy>", line'
        " 198, in _run_module\n\nReceived a label value of 9 which is outside the valid range of"
        " [0, 5).  Label values: 9 0\n\t [[{{node loss/Soft}}]] [Op:__inference_step_20748]"
    )
    error = raised(ValueError(text))
    assert error == Failed(
        ("ValueError", "Exception"),
        "Graph execution error:\n\nReceived a label value of 9 which is outside the valid range of"
        " [0, 5).  Label values: 9 0",
    )
    assert raised(OSError("no /usr/lib/python3/here.py at hand")).message == "no here.py at hand"
    plain = "Expected a/b, got output.shape=(None, 28, 10)."
    assert raised(ValueError(plain)).message == plain


def test_a_stream_of_frames_ends_where_it_is_cut_off() -> None:
    """Whole frames are read one after another; half of one is the end."""
    frames = encode("one") + encode({"two": 2})
    assert [decode(body) for body in frames_from(io.BytesIO(frames + b"half"))] == [
        "one",
        {"two": 2},
    ]
    assert [decode(body) for body in frames_from(io.BytesIO(frames[:-1]))] == ["one"]
