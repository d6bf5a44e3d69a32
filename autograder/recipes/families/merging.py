"""Layers that make one thing of several, where a network has branches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, ClassVar

import numpy as np

from autograder.recipes.layer import Floats, LayerRecipe, Shape, Weights, as_float32

__all__ = ["Add", "Average", "Concatenate", "Maximum", "Minimum", "Multiply", "Subtract"]


class Merging(LayerRecipe, frozen=True):
    """What all of them share; those of values take inputs of one shape."""

    def merged_shape(self, shapes: Sequence[Shape]) -> Shape:
        self.needs(len(shapes) > 1 and len(set(shapes)) == 1, shapes[0])
        return shapes[0]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        raise NotImplementedError("takes several inputs")


class OfValues(Merging, frozen=True):
    """Those that compute with the values at the same place."""

    OPERATION: ClassVar[Callable[..., Any]]

    def merge(self, inputs: Sequence[Floats], weights: Weights) -> Floats:
        return as_float32(reduce(type(self).OPERATION, inputs))


class Add(OfValues, frozen=True):
    OPERATION = np.add


class Subtract(OfValues, frozen=True):
    OPERATION = np.subtract


class Multiply(OfValues, frozen=True):
    OPERATION = np.multiply


class Maximum(OfValues, frozen=True):
    OPERATION = np.maximum


class Minimum(OfValues, frozen=True):
    OPERATION = np.minimum


class Average(OfValues, frozen=True):
    OPERATION = np.add

    def merge(self, inputs: Sequence[Floats], weights: Weights) -> Floats:
        return as_float32(reduce(np.add, inputs) / len(inputs))


class Concatenate(Merging, frozen=True):
    axis: int = -1

    def merged_shape(self, shapes: Sequence[Shape]) -> Shape:
        first = shapes[0]
        axis = self.axis_of(self.axis, first) - 1
        rest = {(*shape[:axis], *shape[axis + 1 :]) for shape in shapes}
        self.needs(len(rest) == 1 and len({len(shape) for shape in shapes}) == 1, first)
        return (*first[:axis], sum(shape[axis] for shape in shapes), *first[axis + 1 :])

    def merge(self, inputs: Sequence[Floats], weights: Weights) -> Floats:
        return np.concatenate(inputs, self.axis_of(self.axis, inputs[0].shape[1:]))
