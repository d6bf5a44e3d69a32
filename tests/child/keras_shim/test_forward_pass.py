"""How a model looks of which only its code knows what it computes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.child.keras_shim.forward_pass import activation_of, layers_called, layers_held
from autograder.recipes.unknown import WORD

pytestmark = pytest.mark.slow

IMAGES = np.random.default_rng(3).random((4, 6, 6), np.float32)


def in_short(layers: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """The layers by kind, width, activation and shape."""
    return [
        (one["kind"], one["units"], one["activation"], tuple(one["output_shape"])) for one in layers
    ]


def usual(*, hidden: str = "relu", output: str = "softmax") -> list[tuple[Any, ...]]:
    """The layers of one hidden layer and three outputs."""
    return [
        ("Flatten", 0, "", (36,)),
        ("Dense", 8, hidden, (8,)),
        ("Dense", 3, output, (3,)),
    ]


def models() -> dict[str, Any]:
    """Models that are all the same network, however they are written."""
    import keras
    import tensorflow as tf
    from keras import layers, ops

    class Code(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            # Not in the order in which they are called.
            self.last = layers.Dense(3)
            self.hidden = layers.Dense(8)
            self.flat = layers.Flatten()
            self.unused = layers.Dense(50)

        def call(self, images: Any) -> Any:
            hidden = tf.maximum(self.hidden(self.flat(images)), 0.0)
            return ops.softmax(self.last(hidden))

    class Traced(Code):
        @tf.function  # type: ignore[untyped-decorator]
        def call(self, images: Any) -> Any:
            return super().call(images)

    class Block(layers.Layer):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.dense, self.drop = layers.Dense(8, activation="relu"), layers.Dropout(0.5)

        def call(self, rows: Any, training: Any = None) -> Any:
            return self.drop(self.dense(rows), training=training)

    class Rows(layers.Layer):  # type: ignore[misc]
        def __init__(self, width: int) -> None:
            super().__init__()
            self.width = width

        def build(self, shape: Any) -> None:
            self.kernel = self.add_weight(shape=(shape[-1], self.width))

        def call(self, rows: Any) -> Any:
            return rows @ self.kernel

    class Named(layers.Dense):  # type: ignore[misc]
        pass

    inputs = keras.Input((6, 6))
    hidden = ops.relu(layers.Dense(8)(layers.Flatten()(inputs)))
    inner = keras.Sequential([layers.Flatten(), layers.Dense(8, activation="relu")])
    softmax = layers.Dense(3, activation="softmax")
    return {
        "code": Code(),
        "a traced function": Traced(),
        "operations": keras.Model(inputs, layers.Dense(3, activation="softmax")(hidden)),
        "a model in a model": keras.Sequential([inner, softmax]),
        "a block": keras.Sequential([layers.Flatten(), Block(), softmax]),
        "rows": keras.Sequential(
            [layers.Flatten(), Rows(8), layers.ReLU(), Named(3, activation="softmax")]
        ),
        "functions": keras.Sequential(
            [
                layers.Flatten(),
                layers.Dense(8, activation=lambda rows: tf.maximum(rows, 0)),
                layers.Dense(
                    3, activation=lambda rows: tf.exp(rows) / tf.reduce_sum(tf.exp(rows), -1, True)
                ),
            ]
        ),
    }


@pytest.mark.parametrize("name", [
    "code", "a traced function", "operations", "a model in a model", "functions",
])  # fmt: skip
def test_a_network_looks_the_same_however_it_is_written(name: str) -> None:
    """Layers come in the order in which they are called, each with what follows it."""
    assert in_short(layers_called(models()[name], IMAGES)) == usual()


def test_layers_inside_layers_are_found() -> None:
    """What a layer of one's own is made of is there in its place."""
    flatten, hidden, output = usual()
    dropout = ("Dropout", 0, "", (8,))
    assert in_short(layers_called(models()["a block"], IMAGES)) == [
        flatten,
        hidden,
        dropout,
        output,
    ]


def test_own_layers_that_multiply_rows_are_dense() -> None:
    """A class of one's own with a matrix of weights is one, and so is one made from Keras's."""
    flatten, hidden, output = usual(hidden="linear")
    relu = ("ReLU", 0, "", (8,))
    assert in_short(layers_called(models()["rows"], IMAGES)) == [flatten, hidden, relu, output]


def test_shapes_and_factors_show_in_the_values() -> None:
    """What code does to images before the first layer is known by what comes of it."""
    import keras
    import tensorflow as tf

    class Front(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.dense = keras.layers.Dense(3)

        def call(self, images: Any) -> Any:
            return self.dense(tf.reshape(images / 255.0, (-1, 36)))

    layers = layers_called(Front(), IMAGES)
    assert [one["kind"] for one in layers] == ["Rescaling", "Reshape", "Dense"]
    assert layers[0]["scale"] == pytest.approx(1 / 255)
    assert (layers[1]["output_shape"], layers[2]["activation"]) == ([36], "linear")


def test_what_does_not_show_is_unknown() -> None:
    """What follows a layer is unknown where it is none of Keras's activations."""
    import keras
    import tensorflow as tf

    class Odd(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.hidden, self.last = keras.layers.Dense(8), keras.layers.Dense(3)

        def call(self, images: Any) -> Any:
            rows = self.hidden(tf.reshape(images, (-1, 36)))
            return self.last(tf.sin(rows) * tf.abs(rows))

    layers = layers_called(Odd(), IMAGES)
    assert [one["activation"] for one in layers if one["kind"] == "Dense"] == [WORD, "linear"]


def test_a_model_that_cannot_be_called_shows_what_it_holds() -> None:
    """Its layers are there with their widths; what its code does with them is unknown."""
    import keras

    class Broken(keras.Model):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__()
            self.hidden, self.last = keras.layers.Dense(8, "relu"), keras.layers.Dense(3)

        def call(self, _images: Any) -> Any:
            raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        layers_called(Broken(), IMAGES)
    seen = [(one["units"], one["activation"]) for one in layers_held(Broken())]
    assert seen == [(8, "relu"), (3, WORD)]


def test_looking_leaves_keras_as_it_was() -> None:
    """Layers are called by Keras's own method again, also where a model fails."""
    import keras
    import tensorflow as tf

    before = keras.layers.Layer.__call__
    with pytest.raises(Exception, match=r"\w"):
        layers_called(keras.Sequential([keras.layers.Conv2D(3, 9)]), IMAGES)
    assert keras.layers.Layer.__call__ is before
    assert not tf.config.functions_run_eagerly()


@pytest.mark.parametrize(
    ("function", "name"),
    [
        (lambda values: values, "linear"),
        (lambda values: values * (values > 0), "relu"),
        (np.tanh, "tanh"),
        (lambda values: values**3, "<lambda>"),
    ],
)
def test_activations_are_known_by_what_they_do(function: Any, name: str) -> None:
    """A function of one's own has Keras's name for what it computes, or else its own."""
    assert activation_of(lambda values: function(np.asarray(values))) == name


def test_a_class_of_ones_own_is_not_keras_by_its_name() -> None:
    """What bears the name of a layer of Keras, or inherits from it, and does something else."""
    from keras import layers

    class Reshape(layers.Layer):  # type: ignore[misc]
        def call(self, rows: Any) -> Any:
            return rows * 0.0

    class Flat(layers.Flatten):  # type: ignore[misc]
        def call(self, rows: Any) -> Any:
            return rows * 0.0

    class Same(layers.ReLU):  # type: ignore[misc]
        pass

    for made, kind in ((Reshape(), "own Reshape"), (Flat(), "Flat"), (Same(), "ReLU")):
        (layer,) = layers_held(keras_chain(made))
        assert layer["kind"] == kind


def test_a_dropout_of_whole_rows_is_not_one_of_single_numbers() -> None:
    """One whose noise has a shape of its own is named apart, since it leaves out no share."""
    from keras import layers

    for made, kind in (
        (layers.Dropout(0.5, noise_shape=(None, 1)), "Dropout(noise_shape)"),
        (layers.Dropout(0.5), "Dropout"),
    ):
        (layer,) = layers_held(keras_chain(made))
        assert layer["kind"] == kind


def keras_chain(*layers: Any) -> Any:
    """A chain of these layers that takes rows."""
    import keras

    return keras.Sequential([keras.Input((8,)), *layers])
