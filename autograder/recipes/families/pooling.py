"""Poolings: over windows, and over everything."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any, ClassVar

import numpy as np

from autograder.recipes import windows
from autograder.recipes.layer import (
    Fixed,
    Floats,
    LayerRecipe,
    Padding,
    Pair,
    Shape,
    Single,
    Weights,
    as_float32,
)

__all__ = [
    "AveragePooling1D", "AveragePooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling2D",
    "GlobalMaxPooling1D", "GlobalMaxPooling2D", "MaxPooling1D", "MaxPooling2D",
]  # fmt: skip

Reduce = Callable[..., Any]


class WindowPooling(LayerRecipe, frozen=True):
    """What poolings over windows share; what is padded counts for none of them."""

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}
    JOIN: ClassVar[Reduce]
    FILL: ClassVar[float]

    @property
    def window(self) -> tuple[Shape, Shape, str]:
        """How long windows are, how far they move, and how the edges are padded."""
        raise NotImplementedError

    def output_shape(self, shape: Shape) -> Shape:
        return (*windows.counts(self, shape, *self.window), shape[-1])

    def multiplications(self, shape: Shape) -> int:
        return math.prod((*self.output_shape(shape), *self.window[0]))

    def working_values(self, shape: Shape) -> int:
        # What is padded, which is less than twice as long along each axis, and what is joined.
        return (1 << len(self.window[0])) * math.prod(shape) + math.prod(shape)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return self.joined(values)

    def joined(self, values: Floats) -> Floats:
        """What is in each window, joined: one place of all windows after another."""
        seen = windows.look(values, *self.window, self.FILL)
        places: Iterator[Any] = itertools.product(*map(range, self.window[0]))
        return as_float32(reduce(type(self).JOIN, (seen[(..., *one)] for one in places)))


class Pooling1D(WindowPooling, frozen=True):
    """Those along one axis."""

    pool_size: Single = (2,)
    strides: Single | None = None
    padding: Padding = "valid"

    @property
    def window(self) -> tuple[Shape, Shape, str]:
        return self.pool_size, self.strides or self.pool_size, self.padding


class Pooling2D(WindowPooling, frozen=True):
    """Those along two axes."""

    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"

    @property
    def window(self) -> tuple[Shape, Shape, str]:
        return self.pool_size, self.strides or self.pool_size, self.padding


class MaxPooling1D(Pooling1D, frozen=True):
    JOIN, FILL = np.maximum, -np.inf


class MaxPooling2D(Pooling2D, frozen=True):
    JOIN, FILL = np.maximum, -np.inf


class Averaging(WindowPooling, frozen=True):
    """Averages of what is in each window and was there before the edges were padded."""

    JOIN, FILL = np.add, 0.0

    def forward(self, values: Floats, weights: Weights) -> Floats:
        counts = self.joined(np.ones((1, *values.shape[1:-1], 1), np.float32))
        return as_float32(self.joined(values) / counts)


class AveragePooling1D(Pooling1D, Averaging, frozen=True):
    pass


class AveragePooling2D(Pooling2D, Averaging, frozen=True):
    pass


class GlobalPooling(LayerRecipe, frozen=True):
    """What poolings over everything share; `RANK` counts the axes before the channels."""

    keepdims: bool = False

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}
    REDUCE: ClassVar[Reduce]
    RANK: ClassVar[int]

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(len(shape) == self.RANK + 1, shape)
        return (*(1,) * self.RANK, shape[-1]) if self.keepdims else shape[-1:]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        inside = tuple(range(1, values.ndim - 1))
        return as_float32(type(self).REDUCE(values, inside, keepdims=self.keepdims))


class GlobalAveragePooling1D(GlobalPooling, frozen=True):
    REDUCE, RANK = np.mean, 1


class GlobalMaxPooling1D(GlobalPooling, frozen=True):
    REDUCE, RANK = np.max, 1


class GlobalAveragePooling2D(GlobalPooling, frozen=True):
    REDUCE, RANK = np.mean, 2


class GlobalMaxPooling2D(GlobalPooling, frozen=True):
    REDUCE, RANK = np.max, 2
