"""Networks into shapes: by Keras's rules, or a failure."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.recipes import recipe
from autograder.recipes.shapes import output_shapes
from autograder.wire.errors import Failure


def shapes(*layers: Any, data: tuple[int, ...], declared: Any = None) -> list[tuple[int, ...]]:
    return list(output_shapes(recipe.Network(tuple(layers), declared), data))


def test_the_shapes_of_the_usual_network() -> None:
    """Flatten makes rows of squares, and each Dense layer has its width."""
    usual = [recipe.Flatten(), recipe.Dense(64), recipe.Dense(10)]
    assert shapes(*usual, data=(28, 28)) == [(784,), (64,), (10,)]


def test_dense_layers_work_on_rows() -> None:
    """Without Flatten, a Dense layer has outputs for each row of an image."""
    assert shapes(recipe.Dense(64), recipe.Dense(10), data=(28, 28)) == [(28, 64), (28, 10)]


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (recipe.Reshape((-1, 4)), (21, 4)),
        (recipe.Reshape((84,)), (84,)),
        (recipe.Conv2D(5, (3, 3)), (4, 5, 5)),
        (recipe.Conv2D(5, (3, 3), padding="same", strides=(2, 2)), (3, 4, 5)),
        (recipe.MaxPooling2D(), (3, 3, 2)),
        (recipe.AveragePooling2D((4, 4), (1, 2), "same"), (6, 4, 2)),
        (recipe.GlobalMaxPooling2D(), (2,)),
        (recipe.GlobalAveragePooling2D(keepdims=True), (1, 1, 2)),
        (recipe.Dropout(0.5), (6, 7, 2)),
        (recipe.BatchNormalization(), (6, 7, 2)),
    ],
)
def test_the_shape_that_a_layer_makes(layer: Any, shape: tuple[int, ...]) -> None:
    """Of images of 6 x 7 pixels with two channels, each layer makes Keras's shape."""
    assert shapes(layer, data=(6, 7, 2)) == [shape]


@pytest.mark.parametrize(
    ("layer", "data"),
    [
        (recipe.Dense(3), ()),
        (recipe.Reshape((5, -1)), (4, 4)),
        (recipe.Reshape((-1, -1)), (4, 4)),
        (recipe.Reshape((0, -1)), (4, 4)),
        (recipe.Reshape((3,)), (4, 4)),
        (recipe.Reshape((-2, -8)), (4, 4)),
        (recipe.Conv2D(2, (3, 3)), (4, 4)),
        (recipe.Conv2D(2, (5, 5)), (4, 4, 1)),
        (recipe.MaxPooling2D((5, 1)), (4, 4, 1)),
        (recipe.GlobalMaxPooling1D(), (4, 4, 1)),
        (recipe.GlobalMaxPooling2D(), (4, 4)),
        (recipe.Softmax(axis=0), (4,)),
        (recipe.Softmax(axis=2), (4,)),
        (recipe.BatchNormalization(axis=-2), (4,)),
    ],
)
def test_what_keras_cannot_build_is_a_failure(layer: Any, data: tuple[int, ...]) -> None:
    """A layer that cannot take its data fails, and its name is said."""
    with pytest.raises(Failure, match=type(layer).__name__):
        shapes(layer, data=data)


def test_data_must_fit_the_declared_input() -> None:
    """A model that declares its input takes data of that shape, give or take an axis of 1."""
    assert shapes(recipe.Flatten(), data=(28, 28), declared=(28, 28, 1)) == [(784,)]
    assert shapes(recipe.Dense(2), data=(28, 28, 1), declared=(28, 28)) == [(28, 2)]
    with pytest.raises(Failure, match=r"\(784,\)"):
        shapes(recipe.Flatten(), data=(28, 28), declared=(784,))


@pytest.mark.parametrize(
    ("layer", "weights"),
    [
        (recipe.Dense(5), ((3, 5), (5,))),
        (recipe.Dense(5, use_bias=False), ((3, 5),)),
        (recipe.Conv2D(5, (2, 4)), ((2, 4, 3, 5), (5,))),
        (recipe.BatchNormalization(), ((3,),) * 4),
        (recipe.BatchNormalization(axis=1, center=False), ((8,),) * 3),
        (recipe.LayerNormalization(scale=False), ((3,),)),
        (recipe.Flatten(), ()),
    ],
)
def test_the_shapes_of_weights(layer: Any, weights: tuple[tuple[int, ...], ...]) -> None:
    """Each layer has as many weights as Keras gives it, of the shapes that its input asks for."""
    assert layer.weight_shapes((8, 9, 3)) == weights
