"""Keras models, data and losses into plain descriptions, as the judge reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.describe import as_model, describe_data, describe_loss, describe_model
from autograder.errors import Failure
from autograder.evidence import Evidence
from autograder.frames import decode, encode
from autograder.network import Layer, in_words

pytestmark = pytest.mark.slow

HEADER_BYTES = 8
FLAT = "Flatten, Dense(4, relu), Dense(3, softmax)"


@pytest.fixture(scope="module", autouse=True)
def quiet_keras() -> None:
    """Imports Keras without its notes on the hardware."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        patch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras  # noqa: F401


def described(model: Any, *arguments: Any) -> tuple[Layer, ...]:
    """The layers of a model as the judge gets them from the fence."""
    report = {"values": {"layers": describe_model(model, *arguments)}}
    return Evidence(decode(encode(report)[HEADER_BYTES:])).layers("layers")


def sequential(*layers: Any) -> Any:
    import keras

    return keras.Sequential(list(layers))


def flat(units: int = 4) -> list[Any]:
    from keras import layers

    return [
        layers.Flatten(),
        layers.Dense(units, activation="relu"),
        layers.Dense(3, activation="softmax"),
    ]


def functional() -> Any:
    import keras

    inputs = keras.Input((28, 28))
    outputs = inputs
    for layer in flat():
        outputs = layer(outputs)
    return keras.Model(inputs, outputs)


def subclassed() -> Any:
    import keras

    class Backwards(keras.Model):  # type: ignore[misc]
        """Makes its layers in the opposite order to that in which it calls them."""

        def __init__(self) -> None:
            super().__init__()
            flatten, hidden, last = flat()
            self.last, self.hidden, self.flatten = last, hidden, flatten

        def call(self, images: Any) -> Any:
            return self.last(self.hidden(self.flatten(images)))

    return Backwards()


# ---- as_model ----------------------------------------------------------------------------------


def test_a_model_is_a_model() -> None:
    """Every kind of Keras model is taken as it is."""
    for model in (sequential(*flat()), functional(), subclassed()):
        assert as_model(model, "build") is model


@pytest.mark.parametrize(
    ("value", "seen"),
    [(None, "None"), (7, "an object of type int"), ([], "an object of type list")],
)
def test_anything_else_is_a_failure(value: Any, seen: str) -> None:
    """Where no model is returned, the function is named and what it gave instead."""
    with pytest.raises(Failure) as caught:
        as_model(value, "build")
    assert (caught.value.expected, caught.value.seen) == ("`build` to return a Keras model", seen)


# ---- order -------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [lambda: sequential(*flat()), functional, subclassed])
@pytest.mark.parametrize("built", [False, True])
def test_models_of_every_kind_are_described_alike(make: Callable[[], Any], built: bool) -> None:
    """Sequential, functional and subclassed models read the same, built before or not."""
    model = make()
    if built:
        model(np.zeros((2, 28, 28), np.float32))
    layers = described(model)
    assert in_words(layers) == FLAT
    assert [layer.parameters for layer in layers] == [0, 785 * 4, 5 * 3]
    assert [layer.output_shape for layer in layers] == [(784,), (4,), (3,)]


def test_an_input_is_no_layer() -> None:
    """An `Input` in front is not among the layers."""
    import keras

    assert in_words(described(sequential(keras.Input((28, 28)), *flat()))) == FLAT


def test_models_inside_models_are_unfolded() -> None:
    """The layers of a nested model stand in its place, however deep it lies."""
    import keras

    flatten, hidden, last = flat()
    inner = sequential(sequential(flatten), hidden)
    assert in_words(described(sequential(inner, last))) == FLAT
    inputs = keras.Input((28, 28))
    assert in_words(described(keras.Model(inputs, functional()(inputs)))) == FLAT


def test_a_model_that_cannot_be_traced_keeps_the_order_of_making() -> None:
    """A subclassed model whose call refuses a symbolic input is described all the same."""
    import keras

    class Stubborn(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.first, self.second, self.third = flat()

        def call(self, _images: Any) -> Any:
            raise RuntimeError("no")

    kinds = [layer.kind for layer in described(Stubborn())]
    assert kinds == ["Flatten", "Dense", "Dense"]


def test_another_input_shape_can_be_given() -> None:
    """A model for other images is built for the shape that is passed."""
    from keras import layers

    model = sequential(layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(3))
    first, *_, last = described(model, (8, 8, 1))
    assert first.output_shape == (6, 6, 2)
    assert last.parameters == 73 * 3


def test_a_model_that_fits_no_image_is_described_unbuilt() -> None:
    """A model that cannot be built has layers without parameters, and no crash."""
    from keras import layers

    (layer,) = described(sequential(layers.Conv2D(2, 3)))
    assert (layer.kind, layer.parameters) == ("Conv2D", 0)


def test_describing_changes_no_prediction() -> None:
    """A model predicts the same before and after it is described."""
    images = np.random.default_rng(1).random((2, 28, 28), np.float32)
    for model in (sequential(*flat()), functional(), subclassed()):
        before = np.asarray(model(images))
        described(model)
        assert np.array_equal(np.asarray(model(images)), before)


# ---- layers ------------------------------------------------------------------------------------


def test_activations_carry_keras_names() -> None:
    """However an activation is given, it reads by the name that Keras has for it."""
    import tensorflow as tf
    from keras import activations, layers

    names = {
        None: "linear",
        "linear": "linear",
        "relu": "relu",
        "sigmoid": "sigmoid",
        activations.relu: "relu",
        tf.nn.relu: "relu",
        tf.nn.softmax: "softmax",
        tf.nn.leaky_relu: "leaky_relu",
        tf.nn.tanh: "tanh",
        layers.ReLU(): "relu",
        layers.Softmax(): "softmax",
        (lambda x: x): "<lambda>",
    }
    for activation, name in names.items():
        model = sequential(layers.Flatten(), layers.Dense(3, activation=activation))
        assert described(model)[-1].activation == name


def test_layers_of_other_kinds_are_described() -> None:
    """Activation layers, dropout and rescaling keep their kind and their own numbers."""
    from keras import layers

    model = sequential(
        layers.Rescaling(1 / 255),
        layers.Reshape((784,)),
        layers.Dense(4),
        layers.ReLU(),
        layers.Dropout(0.25),
        layers.BatchNormalization(),
        layers.Dense(3),
        layers.Activation("softmax"),
    )
    rescaling, *_ = seen = described(model)
    assert in_words(seen) == (
        "Rescaling, Reshape, Dense(4, linear), ReLU, Dropout(0.25), BatchNormalization,"
        " Dense(3, linear), Activation(softmax)"
    )
    assert rescaling.scale == pytest.approx(1 / 255)
    assert seen[5].parameters == 16


@pytest.mark.parametrize("name", ["units", "rate", "activation"])
@pytest.mark.parametrize("value", ["many", (1, 2), None, float("nan"), object()])
def test_a_students_own_layer_is_described(name: str, value: Any) -> None:
    """A layer whose attributes mean something else is described without a crash."""
    import keras

    class Own(keras.layers.Layer):  # type: ignore[misc]
        def call(self, images: Any) -> Any:
            return images

    layer = Own()
    setattr(layer, name, value)
    (seen,) = described(sequential(layer))
    assert (seen.kind, seen.units, seen.rate) == ("Own", 0, 0.0)


# ---- data --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        np.arange(6, dtype=np.int64).reshape(3, 2),
        [[0, 1], [2, 3], [4, 5]],
        np.arange(12).reshape(3, 4)[:, :2] * 0 + [[0, 1], [2, 3], [4, 5]],
    ],
)
def test_data_is_described(data: Any) -> None:
    """Arrays and lists are described by count, shape and range."""
    seen = describe_data(data)
    assert seen is not None
    assert (seen["count"], seen["shape"]) == (3, [3, 2])
    assert (seen["minimum"], seen["maximum"], seen["mean"]) == (0.0, 5.0, 2.5)


def test_a_tensor_is_data() -> None:
    """A tensor is described like the array that it holds."""
    import tensorflow as tf

    array = np.arange(6, dtype=np.float32)
    assert describe_data(tf.constant(array)) == describe_data(array)


@pytest.mark.parametrize(
    "data", [None, "images", [], 7, {"a": 1}, [[1], [2, 3]], np.array(["a"]), object(), iter([1])]
)
def test_what_is_no_data_is_nothing(data: Any) -> None:
    """What is no array of numbers, or an empty one, is not described and crashes nothing."""
    assert describe_data(data) is None


def test_a_dataset_is_not_read() -> None:
    """A `tf.data` pipeline is not described, since reading it could take forever."""
    import tensorflow as tf

    assert describe_data(tf.data.Dataset.from_tensor_slices([1, 2, 3]).repeat()) is None


def test_equal_data_has_equal_digests() -> None:
    """The digest tells values, types and shapes apart, and nothing else."""
    array = np.arange(6)
    digests = [
        (describe_data(data) or {})["digest"]
        for data in (
            array,
            np.arange(12)[::2] // 2,
            array + 1,
            array.astype(np.int32),
            array.reshape(2, 3),
        )
    ]
    assert digests[0] == digests[1]
    assert len(set(digests)) == 4


# ---- losses ------------------------------------------------------------------------------------


def test_losses_are_named() -> None:
    """A loss given by name, as a function or as an object reads alike, with its use of logits."""
    import keras

    name = "sparse_categorical_crossentropy"
    loss = keras.losses.SparseCategoricalCrossentropy
    assert describe_loss(name) == (name, False)
    assert describe_loss(keras.losses.sparse_categorical_crossentropy) == (name, False)
    assert describe_loss(loss()) == (name, False)
    assert describe_loss(loss(from_logits=True)) == (name, True)
    assert describe_loss(loss(from_logits=True, name="mine"))[1] is True


@pytest.mark.parametrize("loss", [None, {"a": "mse"}, ["mse"], 7, lambda _y, p: p])
def test_other_losses_have_some_name(loss: Any) -> None:
    """Whatever `compile` was given as loss, describing it crashes nothing."""
    name, from_logits = describe_loss(loss)
    assert isinstance(name, str)
    assert from_logits is False
