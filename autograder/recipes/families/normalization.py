"""Layers that shift and scale values."""

from __future__ import annotations

from typing import ClassVar

import numpy as np

from autograder.recipes.layer import (
    ONES,
    ZEROS,
    Fixed,
    Floats,
    Initializer,
    LayerRecipe,
    Shape,
    Weights,
    as_float32,
)

__all__ = ["BatchNormalization", "LayerNormalization", "Rescaling"]


class Rescaling(LayerRecipe, frozen=True):
    scale: float
    offset: float = 0.0

    def forward(self, values: Floats, weights: Weights) -> Floats:
        return as_float32(values * self.scale + self.offset)


class BatchNormalization(LayerRecipe, frozen=True):
    axis: int = -1
    momentum: float = 0.99
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES
    moving_mean_initializer: Initializer = ZEROS
    moving_variance_initializer: Initializer = ONES

    FIXED: ClassVar[Fixed] = {"synchronized": False, "renorm": False, "renorm_momentum": 0.99}

    def output_shape(self, shape: Shape) -> Shape:
        self.axis_of(self.axis, shape)
        return shape

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        length = shape[self.axis_of(self.axis, shape) - 1]
        return ((length,),) * (2 + self.scale + self.center)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        """With the moving statistics, as Keras predicts."""
        axis = self.axis_of(self.axis, values.shape[1:])
        along = [1] * values.ndim
        along[axis] = -1
        rest = iter([array.reshape(along) for array in weights])
        gamma = next(rest) if self.scale else 1.0
        beta = next(rest) if self.center else 0.0
        mean, variance = rest
        return as_float32((values - mean) / np.sqrt(variance + self.epsilon) * gamma + beta)


class LayerNormalization(LayerRecipe, frozen=True):
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES

    FIXED: ClassVar[Fixed] = {"axis": -1, "rms_scaling": False}

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(bool(shape), shape)
        return shape

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        return (shape[-1:],) * (self.scale + self.center)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        rest = iter(weights)
        gamma = next(rest) if self.scale else 1.0
        beta = next(rest) if self.center else 0.0
        mean, variance = values.mean(-1, keepdims=True), values.var(-1, keepdims=True)
        return as_float32((values - mean) / np.sqrt(variance + self.epsilon) * gamma + beta)
