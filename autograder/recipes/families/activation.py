"""Activations that are layers of their own."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from msgspec import Meta

from autograder.recipes.activations import apply
from autograder.recipes.layer import (
    ZEROS,
    Activation,
    Constraint,
    Count,
    Floats,
    Initializer,
    LayerRecipe,
    Regularizer,
    Shape,
    Weights,
    as_float32,
)

__all__ = ["ELU", "Activate", "LeakyReLU", "PReLU", "ReLU", "Softmax"]


class Activate(LayerRecipe, frozen=True, tag="Activation"):
    activation: Activation

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return apply(self.activation, values)


class ReLU(LayerRecipe, frozen=True):
    max_value: float | None = None
    negative_slope: float = 0.0
    threshold: float = 0.0

    def forward(self, values: Floats, weights: Weights) -> Floats:
        above = values if self.max_value is None else np.minimum(values, self.max_value)
        below = self.negative_slope * (values - self.threshold)
        return as_float32(np.where(values > self.threshold, above, below))


class LeakyReLU(LayerRecipe, frozen=True):
    negative_slope: float = 0.3

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return as_float32(np.where(values >= 0, values, self.negative_slope * values))


class PReLU(LayerRecipe, frozen=True):
    alpha_initializer: Initializer = ZEROS
    alpha_regularizer: Regularizer | None = None
    alpha_constraint: Constraint | None = None
    shared_axes: Annotated[tuple[Count, ...], Meta(max_length=5)] | None = None

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        shared = self.shared_axes or ()
        self.needs(all(axis <= len(shape) for axis in shared), shape)
        return (tuple(1 if axis in shared else length for axis, length in enumerate(shape, 1)),)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return as_float32(np.maximum(values, 0) + weights[0] * np.minimum(values, 0))

    def multiplications(self, shape: Shape) -> int:
        return 0


class ELU(LayerRecipe, frozen=True):
    alpha: float = 1.0

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return as_float32(np.where(values >= 0, values, self.alpha * np.expm1(values)))


class Softmax(LayerRecipe, frozen=True):
    axis: int = -1

    def output_shape(self, shape: Shape) -> Shape:
        self.axis_of(self.axis, shape)
        return shape

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return apply("softmax", values, self.axis_of(self.axis, values.shape[1:]))
