"""Windows that move over values, as convolutions and poolings look through them.

They have any number of axes, which lie between the batch and the channels.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from autograder.recipes.layer import Floats, LayerRecipe, Shape


def counts(layer: LayerRecipe, shape: Shape, window: Shape, strides: Shape, padding: str) -> Shape:
    """How many windows there are along each axis; raises `Failure` where there is none."""
    layer.needs(len(shape) == len(window) + 1, shape)
    reached = [
        length if padding == "same" else length - size + 1
        for length, size in zip(shape, window, strict=False)
    ]
    layer.needs(min(reached) > 0, shape)
    return tuple(-(-count // stride) for count, stride in zip(reached, strides, strict=True))


def look(values: Floats, window: Shape, strides: Shape, padding: str, fill: float) -> NDArray[Any]:
    """The windows of a batch: axes of the batch, of windows, of channels, and inside windows."""
    if padding == "same":
        values = _padded(values, window, strides, fill)
    axes = tuple(range(1, 1 + len(window)))
    every = (slice(None), *(slice(None, None, stride) for stride in strides))
    return sliding_window_view(values, window, axes)[every]


def _padded(values: Floats, window: Shape, strides: Shape, fill: float) -> Floats:
    """As much around the values as TensorFlow puts there, less of it in front than behind."""
    edges = [(0, 0)]
    for length, size, stride in zip(values.shape[1:-1], window, strides, strict=True):
        missing = max((-(-length // stride) - 1) * stride + size - length, 0)
        edges.append((missing // 2, missing - missing // 2))
    return np.pad(values, [*edges, (0, 0)], constant_values=fill)
