"""A network of the vocabulary into the shapes of what its layers make and of their weights.

Shapes leave the batch out. The rules are those of Keras's own layers; a network that Keras would
not build raises `Failure`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import singledispatch

from autograder.recipes import recipe
from autograder.wire.errors import Failure

Shape = tuple[int, ...]
SPATIAL = 3  # height, width, channels


def output_shapes(network: recipe.Network, input_shape: Sequence[int]) -> tuple[Shape, ...]:
    """What each layer makes of one input of that shape; raises `Failure` where none can be built.

    A model that declares its input is given data whose last axis of length 1 it adds or drops.
    """
    shapes = []
    shape = received_shape(network, input_shape)
    for layer in network.layers:
        shape = output_shape(layer, shape)
        shapes.append(shape)
    return tuple(shapes)


def received_shape(network: recipe.Network, input_shape: Sequence[int]) -> Shape:
    """What the first layer gets of data of `input_shape`; raises `Failure` if it does not fit."""
    shape, declared = tuple(input_shape), network.input_shape
    if declared is None or shape == declared:
        return shape
    if declared in {(*shape, 1), shape[:-1] if shape[-1:] == (1,) else shape}:
        return declared
    raise Failure("network.input_shape", declared=str(declared), data=str(shape))


@singledispatch
def output_shape(layer: recipe.LayerRecipe, shape: Shape) -> Shape:
    """What one layer makes of an input of that shape; most keep it. Raises `Failure`."""
    assert isinstance(layer, recipe.LayerRecipe)  # noqa: S101 - nothing else is ever passed
    return shape


@output_shape.register
def _(layer: recipe.Dense, shape: Shape) -> Shape:
    _needs(bool(shape), layer, shape)
    return (*shape[:-1], layer.units)


@output_shape.register
def _(_layer: recipe.Flatten, shape: Shape) -> Shape:
    return (math.prod(shape),)


@output_shape.register
def _(layer: recipe.Reshape, shape: Shape) -> Shape:
    target, size = layer.target_shape, math.prod(shape)
    known = math.prod(length for length in target if length != -1)
    _needs(target.count(-1) <= 1 and all(length >= -1 for length in target), layer, shape)
    if -1 in target:
        _needs(known > 0 and size % known == 0, layer, shape)
        return tuple(size // known if length == -1 else length for length in target)
    _needs(size == known, layer, shape)
    return target


@output_shape.register
def _(layer: recipe.Softmax, shape: Shape) -> Shape:
    axis_of(layer.axis, layer, shape)
    return shape


@output_shape.register
def _(layer: recipe.BatchNormalization, shape: Shape) -> Shape:
    axis_of(layer.axis, layer, shape)
    return shape


@output_shape.register
def _(layer: recipe.LayerNormalization, shape: Shape) -> Shape:
    _needs(bool(shape), layer, shape)
    return shape


@output_shape.register
def _(layer: recipe.Conv2D, shape: Shape) -> Shape:
    return (*_windows(layer, shape, layer.kernel_size, layer.strides), layer.filters)


@output_shape.register(recipe.MaxPooling2D)
@output_shape.register(recipe.AveragePooling2D)
def _(layer: recipe.MaxPooling2D | recipe.AveragePooling2D, shape: Shape) -> Shape:
    return (*_windows(layer, shape, layer.pool_size, layer.strides or layer.pool_size), shape[-1])


@output_shape.register(recipe.GlobalAveragePooling1D)
@output_shape.register(recipe.GlobalMaxPooling1D)
def _(
    layer: recipe.GlobalAveragePooling1D | recipe.GlobalMaxPooling1D,
    shape: Shape,
) -> Shape:
    _needs(len(shape) == SPATIAL - 1, layer, shape)
    return (1, shape[-1]) if layer.keepdims else shape[-1:]


@output_shape.register(recipe.GlobalAveragePooling2D)
@output_shape.register(recipe.GlobalMaxPooling2D)
def _(
    layer: recipe.GlobalAveragePooling2D | recipe.GlobalMaxPooling2D,
    shape: Shape,
) -> Shape:
    _needs(len(shape) == SPATIAL, layer, shape)
    return (1, 1, shape[-1]) if layer.keepdims else shape[-1:]


def weight_shapes(layer: recipe.LayerRecipe, shape: Shape) -> tuple[Shape, ...]:
    """The shapes of a layer's weights for an input of that shape, in Keras's order."""
    if isinstance(layer, recipe.Dense):
        return ((shape[-1], layer.units), (layer.units,))[: 1 + layer.use_bias]
    if isinstance(layer, recipe.Conv2D):
        kernel = (*layer.kernel_size, shape[-1], layer.filters)
        return (kernel, (layer.filters,))[: 1 + layer.use_bias]
    if isinstance(layer, recipe.BatchNormalization):
        length = shape[axis_of(layer.axis, layer, shape) - 1]
        return ((length,),) * (2 + layer.scale + layer.center)
    if isinstance(layer, recipe.LayerNormalization):
        return (shape[-1:],) * (layer.scale + layer.center)
    return ()


def axis_of(axis: int, layer: recipe.LayerRecipe, shape: Shape) -> int:
    """An axis counted from the front, where 0 is the batch; raises `Failure` for that."""
    rank = 1 + len(shape)
    _needs(-rank < axis < rank and axis != 0, layer, shape)
    return axis % rank


def _windows(
    layer: recipe.Conv2D | recipe.MaxPooling2D | recipe.AveragePooling2D,
    shape: Shape,
    window: Shape,
    strides: Shape,
) -> Shape:
    """How many windows stand below and beside each other."""
    _needs(len(shape) == SPATIAL, layer, shape)
    reached = [
        length if layer.padding == "same" else length - size + 1
        for length, size in zip(shape, window, strict=False)
    ]
    _needs(min(reached) > 0, layer, shape)
    return tuple(-(-count // stride) for count, stride in zip(reached, strides, strict=True))


def _needs(condition: bool, layer: recipe.LayerRecipe, shape: Shape) -> None:
    if not condition:
        raise Failure("network.layer_input", layer=type(layer).__name__, shape=str(shape))
