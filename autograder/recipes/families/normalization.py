"""Layers that shift and scale values."""

from __future__ import annotations

from typing import Annotated, ClassVar

import numpy as np
from msgspec import Meta

from autograder.recipes.layer import (
    ONES,
    ZEROS,
    Count,
    Fixed,
    Floats,
    Initializer,
    LayerRecipe,
    Shape,
    Weights,
    as_float32,
)

__all__ = [
    "BatchNormalization", "GroupNormalization", "LayerNormalization", "Normalization", "Rescaling",
    "UnitNormalization",
]  # fmt: skip

Moments = Annotated[tuple[float, ...], Meta(min_length=1, max_length=4096)]


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


class GroupNormalization(LayerRecipe, frozen=True):
    groups: Count = 32
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES

    FIXED: ClassVar[Fixed] = {"axis": -1}

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(bool(shape) and shape[-1] % self.groups == 0, shape)
        return shape

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        return (shape[-1:],) * (self.scale + self.center)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        rest = iter(weights)
        gamma = next(rest) if self.scale else 1.0
        beta = next(rest) if self.center else 0.0
        grouped = values.reshape(*values.shape[:-1], self.groups, -1)
        axes = (*range(1, values.ndim - 1), values.ndim)
        mean, variance = grouped.mean(axes, keepdims=True), grouped.var(axes, keepdims=True)
        made = ((grouped - mean) / np.sqrt(variance + self.epsilon)).reshape(values.shape)
        return as_float32(made * gamma + beta)


class UnitNormalization(LayerRecipe, frozen=True):
    axis: int = -1

    def output_shape(self, shape: Shape) -> Shape:
        self.axis_of(self.axis, shape)
        return shape

    def forward(self, values: Floats, weights: Weights) -> Floats:
        axis = self.axis_of(self.axis, values.shape[1:])
        squares = (values**2).sum(axis, keepdims=True)
        return as_float32(values / np.sqrt(np.maximum(squares, 1e-12)))


class Normalization(LayerRecipe, frozen=True):
    """As it was adapted: with the mean and the variance of all values, or of each place."""

    axis: int | None
    mean: float | Moments
    variance: float | Moments

    FIXED: ClassVar[Fixed] = {"invert": False}

    def output_shape(self, shape: Shape) -> Shape:
        length = 1 if self.axis is None else shape[self.axis_of(self.axis, shape) - 1]
        for moments in (self.mean, self.variance):
            fits = isinstance(moments, float) or len(moments) == length
            self.needs(fits and isinstance(moments, float) == (self.axis is None), shape)
        return shape

    def forward(self, values: Floats, weights: Weights) -> Floats:
        along = [1] * values.ndim
        if self.axis is not None:
            along[self.axis_of(self.axis, values.shape[1:])] = -1
        mean = np.array(self.mean, np.float32).reshape(along)
        variance = np.array(self.variance, np.float32).reshape(along)
        return as_float32((values - mean) / np.maximum(np.sqrt(variance), 1e-7))
