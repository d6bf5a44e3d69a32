"""A network and its weights into predictions, in NumPy alone: the judge's own forward pass.

Every layer computes what Keras's does when it predicts: dropout and noise pass values on, batch
normalisation uses its moving statistics. Weights may be claims; whatever is wrong with them, or
with the network, raises `Failure`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import singledispatch
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from autograder.recipes import recipe
from autograder.recipes.activations import apply
from autograder.recipes.shapes import (
    Shape,
    axis_of,
    output_shape,
    output_shapes,
    received_shape,
    weight_shapes,
)
from autograder.wire.errors import Failure

__all__ = ["output_shapes", "probabilities"]

Floats = NDArray[np.float32]
Weights = Sequence[Floats]
# What one image may need, so that no claim can exhaust the judge: values of all layers together,
# those in the windows of a convolution or a pooling among them.
MOST_VALUES = 2**22
MOST_MULTIPLICATIONS = 2**28
# How many values are computed with at a time: as many as a processor keeps at hand.
BATCH_VALUES = 2**20


def probabilities(
    network: recipe.Network,
    weights: Sequence[NDArray[Any]],
    images: NDArray[Any],
    from_logits: bool = False,
) -> NDArray[np.float32]:
    """What the network predicts for each image, with softmax put behind it if `from_logits`.

    `weights` are all variables of all layers in order. Raises `Failure` unless all is in order and
    every prediction is finite.
    """
    shapes = [
        received_shape(network, images.shape[1:]),
        *output_shapes(network, images.shape[1:]),
    ]
    batch = max(1, BATCH_VALUES // _values_needed(network, shapes))
    own = _distribute(network, weights, shapes)
    inputs = images.astype(np.float32).reshape(len(images), *shapes[0])
    outputs = np.zeros((len(images), *shapes[-1]), np.float32)
    with np.errstate(all="ignore"):
        for start in range(0, len(images), batch):
            values = inputs[start : start + batch]
            for layer, its_weights in zip(network.layers, own, strict=True):
                values = forward(layer, values, its_weights)
            outputs[start : start + batch] = apply("softmax", values) if from_logits else values
    if not np.isfinite(outputs).all():
        raise Failure("network.predictions_not_finite")
    return outputs


def _values_needed(network: recipe.Network, shapes: Sequence[Shape]) -> int:
    """How many values the largest array has for one image; raises `Failure` for too many."""
    multiplications, values = 0, [*map(math.prod, shapes)]
    for layer, taken, made in zip(network.layers, shapes, shapes[1:], strict=False):
        kernel = (*weight_shapes(layer, taken), (0,))[0]
        multiplications += math.prod(made[:-1]) * math.prod(kernel)
        if isinstance(layer, recipe.Conv2D):
            values.append(math.prod((*made[:2], *layer.kernel_size, taken[2])))
        elif isinstance(layer, (recipe.MaxPooling2D, recipe.AveragePooling2D)):
            values.append(math.prod((*made, *layer.pool_size)))
    if min(values) == 0 or sum(values) > MOST_VALUES or multiplications > MOST_MULTIPLICATIONS:
        raise Failure("network.size")
    return max(values)


def _distribute(
    network: recipe.Network, weights: Sequence[NDArray[Any]], shapes: Sequence[Shape]
) -> list[list[Floats]]:
    """Each layer's own weights, those of random generators left out; raises `Failure`."""
    rest = iter(weights)
    own = []
    for layer, taken in zip(network.layers, shapes, strict=False):
        own.append([_checked(next(rest, None), shape) for shape in weight_shapes(layer, taken)])
        if _has_generator(layer):
            next(rest, None)
    if next(rest, None) is not None:
        raise Failure("network.too_many_weights")
    return own


def _has_generator(layer: recipe.LayerRecipe) -> bool:
    """Whether one of a layer's variables is the state of its random generator."""
    if isinstance(layer, recipe.Dropout):
        return layer.rate > 0
    return isinstance(layer, recipe.GaussianNoise) and layer.stddev > 0


def _checked(array: Any, shape: Shape) -> Floats:
    if not isinstance(array, np.ndarray) or array.shape != shape or array.dtype != np.float32:
        raise Failure("network.other_weights")
    if not np.isfinite(array).all():
        raise Failure("network.weights_not_finite")
    return array


# ---- layers --------------------------------------------------------------------------------------


@singledispatch
def forward(layer: recipe.LayerRecipe, values: Floats, _weights: Weights) -> Floats:
    """What a layer makes of a batch; dropout and noise leave it as it is."""
    assert isinstance(layer, (recipe.Dropout, recipe.GaussianNoise))  # noqa: S101
    return values


@forward.register
def _(layer: recipe.Dense, values: Floats, weights: Weights) -> Floats:
    made = values @ weights[0]
    return apply(layer.activation, made + weights[1] if layer.use_bias else made)


@forward.register(recipe.Flatten)
@forward.register(recipe.Reshape)
def _(layer: recipe.Flatten | recipe.Reshape, values: Floats, _weights: Weights) -> Floats:
    return values.reshape(len(values), *output_shape(layer, values.shape[1:]))


@forward.register
def _(layer: recipe.Activate, values: Floats, _weights: Weights) -> Floats:
    return apply(layer.activation, values)


@forward.register
def _(layer: recipe.ReLU, values: Floats, _weights: Weights) -> Floats:
    above = values if layer.max_value is None else np.minimum(values, layer.max_value)
    below = layer.negative_slope * (values - layer.threshold)
    return _float(np.where(values > layer.threshold, above, below))


@forward.register
def _(layer: recipe.LeakyReLU, values: Floats, _weights: Weights) -> Floats:
    return _float(np.where(values >= 0, values, layer.negative_slope * values))


@forward.register
def _(layer: recipe.ELU, values: Floats, _weights: Weights) -> Floats:
    return _float(np.where(values >= 0, values, layer.alpha * np.expm1(values)))


@forward.register
def _(layer: recipe.Softmax, values: Floats, _weights: Weights) -> Floats:
    return apply("softmax", values, axis_of(layer.axis, layer, values.shape[1:]))


@forward.register
def _(layer: recipe.Rescaling, values: Floats, _weights: Weights) -> Floats:
    return _float(values * layer.scale + layer.offset)


@forward.register
def _(layer: recipe.BatchNormalization, values: Floats, weights: Weights) -> Floats:
    axis = axis_of(layer.axis, layer, values.shape[1:])
    along = [1] * values.ndim
    along[axis] = -1
    rest = iter([array.reshape(along) for array in weights])
    gamma = next(rest) if layer.scale else 1.0
    beta = next(rest) if layer.center else 0.0
    mean, variance = rest
    return _float((values - mean) / np.sqrt(variance + layer.epsilon) * gamma + beta)


@forward.register
def _(layer: recipe.LayerNormalization, values: Floats, weights: Weights) -> Floats:
    rest = iter(weights)
    gamma = next(rest) if layer.scale else 1.0
    beta = next(rest) if layer.center else 0.0
    mean, variance = values.mean(-1, keepdims=True), values.var(-1, keepdims=True)
    return _float((values - mean) / np.sqrt(variance + layer.epsilon) * gamma + beta)


@forward.register
def _(layer: recipe.Conv2D, values: Floats, weights: Weights) -> Floats:
    kernel = weights[0]
    padded = _padded(values, layer.padding, layer.kernel_size, layer.strides, 0.0)
    # Windows have the axes image, row, column, channel, row inside, column inside.
    windows = _windows(padded, layer.kernel_size, layer.strides)
    made = np.tensordot(windows, kernel, ((3, 4, 5), (2, 0, 1)))
    return apply(layer.activation, made + weights[1] if layer.use_bias else made)


@forward.register
def _(layer: recipe.MaxPooling2D, values: Floats, _weights: Weights) -> Floats:
    strides = layer.strides or layer.pool_size
    padded = _padded(values, layer.padding, layer.pool_size, strides, -np.inf)
    return _float(_windows(padded, layer.pool_size, strides).max((4, 5)))


@forward.register
def _(layer: recipe.AveragePooling2D, values: Floats, _weights: Weights) -> Floats:
    # What is padded does not count.
    strides = layer.strides or layer.pool_size
    padded = _padded(values, layer.padding, layer.pool_size, strides, np.nan)
    return _float(np.nanmean(_windows(padded, layer.pool_size, strides), (4, 5)))


@forward.register(recipe.GlobalAveragePooling1D)
@forward.register(recipe.GlobalAveragePooling2D)
def _(
    layer: recipe.GlobalAveragePooling1D | recipe.GlobalAveragePooling2D,
    values: Floats,
    _weights: Weights,
) -> Floats:
    return _float(values.mean(tuple(range(1, values.ndim - 1)), keepdims=layer.keepdims))


@forward.register(recipe.GlobalMaxPooling1D)
@forward.register(recipe.GlobalMaxPooling2D)
def _(
    layer: recipe.GlobalMaxPooling1D | recipe.GlobalMaxPooling2D,
    values: Floats,
    _weights: Weights,
) -> Floats:
    return _float(values.max(tuple(range(1, values.ndim - 1)), keepdims=layer.keepdims))


def _padded(values: Floats, padding: str, window: Shape, strides: Shape, value: float) -> Floats:
    """As much around the images as TensorFlow puts there, less of it above and to the left."""
    if padding == "valid":
        return values
    edges = [(0, 0)]
    for length, size, stride in zip(values.shape[1:3], window, strides, strict=True):
        missing = max((-(-length // stride) - 1) * stride + size - length, 0)
        edges.append((missing // 2, missing - missing // 2))
    return np.pad(values, [*edges, (0, 0)], constant_values=value)


def _windows(values: Floats, window: Shape, strides: Shape) -> Floats:
    return sliding_window_view(values, window, (1, 2))[:, :: strides[0], :: strides[1]]


def _float(values: NDArray[Any]) -> Floats:
    return values.astype(np.float32, copy=False)
