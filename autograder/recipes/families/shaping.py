"""Layers that arrange values in another shape, and compute nothing."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from autograder.recipes.layer import Count, Fixed, Floats, LayerRecipe, Length, Pair, Shape, Weights

__all__ = [
    "Cropping1D", "Cropping2D", "Flatten", "Identity", "Permute", "RepeatVector", "Reshape",
    "UpSampling1D", "UpSampling2D", "ZeroPadding1D", "ZeroPadding2D",
]  # fmt: skip

# How much there is in front and behind, along one axis and along two.
Edges = Annotated[tuple[Length, ...], Meta(min_length=2, max_length=2)]
TwoEdges = Annotated[tuple[Edges, ...], Meta(min_length=2, max_length=2)]

# The axes of a sequence.
LINE = 2


class Flatten(LayerRecipe, frozen=True):
    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}

    def output_shape(self, shape: Shape) -> Shape:
        return (math.prod(shape),)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values.reshape(len(values), *self.output_shape(values.shape[1:]))


class Reshape(LayerRecipe, frozen=True):
    target_shape: Annotated[tuple[int, ...], Meta(max_length=5)]

    def output_shape(self, shape: Shape) -> Shape:
        target, size = self.target_shape, math.prod(shape)
        known = math.prod(length for length in target if length != -1)
        self.needs(target.count(-1) <= 1 and all(length >= -1 for length in target), shape)
        if -1 in target:
            self.needs(known > 0 and size % known == 0, shape)
            return tuple(size // known if length == -1 else length for length in target)
        self.needs(size == known, shape)
        return target

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values.reshape(len(values), *self.output_shape(values.shape[1:]))


class Identity(LayerRecipe, frozen=True):
    def forward(self, values: Floats, weights: Weights) -> Floats:
        return values


class Permute(LayerRecipe, frozen=True):
    dims: Annotated[tuple[Count, ...], Meta(min_length=1, max_length=5)]

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(sorted(self.dims) == list(range(1, len(shape) + 1)), shape)
        return tuple(shape[axis - 1] for axis in self.dims)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        self.output_shape(values.shape[1:])
        return values.transpose(0, *self.dims)


class RepeatVector(LayerRecipe, frozen=True):
    n: Count

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(len(shape) == 1, shape)
        return (self.n, *shape)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return np.repeat(values[:, None], self.n, 1)


class Edged(LayerRecipe, frozen=True):
    """What layers that add or take away edges share."""

    SIGN: ClassVar[int]

    def edges(self) -> tuple[tuple[int, ...], ...]:
        """How much of it, along each axis before the channels."""
        raise NotImplementedError

    def output_shape(self, shape: Shape) -> Shape:
        edges = self.edges()
        self.needs(len(shape) == len(edges) + 1, shape)
        lengths = [
            length + self.SIGN * sum(edge) for length, edge in zip(shape, edges, strict=False)
        ]
        self.needs(min(lengths) > 0, shape)
        return (*lengths, shape[-1])

    def forward(self, values: Floats, weights: Weights) -> Floats:
        edges = self.edges()
        if self.SIGN > 0:
            return np.pad(values, [(0, 0), *edges, (0, 0)])
        inside = [
            slice(front, length - behind)
            for (front, behind), length in zip(edges, values.shape[1:], strict=False)
        ]
        return values[(slice(None), *inside)]


class ZeroPadding1D(Edged, frozen=True):
    padding: Edges = (1, 1)

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}
    SIGN = 1

    def edges(self) -> tuple[tuple[int, ...], ...]:
        return (self.padding,)


class ZeroPadding2D(Edged, frozen=True):
    padding: TwoEdges = ((1, 1), (1, 1))

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}
    SIGN = 1

    def edges(self) -> tuple[tuple[int, ...], ...]:
        return self.padding


class Cropping1D(Edged, frozen=True):
    cropping: Edges = (1, 1)

    SIGN = -1

    def edges(self) -> tuple[tuple[int, ...], ...]:
        return (self.cropping,)


class Cropping2D(Edged, frozen=True):
    cropping: TwoEdges = ((0, 0), (0, 0))

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last"}
    SIGN = -1

    def edges(self) -> tuple[tuple[int, ...], ...]:
        return self.cropping


class UpSampling1D(LayerRecipe, frozen=True):
    size: Count = 2

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(len(shape) == LINE, shape)
        return (shape[0] * self.size, shape[1])

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return np.repeat(values, self.size, 1)


class UpSampling2D(LayerRecipe, frozen=True):
    size: Pair = (2, 2)

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "interpolation": "nearest"}

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(len(shape) == len(self.size) + 1, shape)
        return (shape[0] * self.size[0], shape[1] * self.size[1], shape[2])

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return np.repeat(np.repeat(values, self.size[0], 1), self.size[1], 2)
