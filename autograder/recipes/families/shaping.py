"""Layers that arrange values in another shape, and compute nothing."""

from __future__ import annotations

import math
from typing import Annotated, ClassVar

from msgspec import Meta

from autograder.recipes.layer import Fixed, Floats, LayerRecipe, Shape, Weights

__all__ = ["Flatten", "Reshape"]


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
