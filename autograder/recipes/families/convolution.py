"""Convolutions."""

from __future__ import annotations

import math
from typing import ClassVar

import numpy as np

from autograder.recipes import windows
from autograder.recipes.activations import apply
from autograder.recipes.layer import (
    GLOROT,
    ZEROS,
    Activation,
    Count,
    Fixed,
    Floats,
    Initializer,
    LayerRecipe,
    Padding,
    Pair,
    Regularizer,
    Shape,
    Weights,
)

__all__ = ["Conv2D"]


class Conv2D(LayerRecipe, frozen=True):
    filters: Count
    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    activation: Activation = "linear"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": (1, 1), "groups": 1}

    def output_shape(self, shape: Shape) -> Shape:
        counts = windows.counts(self, shape, self.kernel_size, self.strides, self.padding)
        return (*counts, self.filters)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        kernel = (*self.kernel_size, shape[-1], self.filters)
        return (kernel, (self.filters,))[: 1 + self.use_bias]

    def working_values(self, shape: Shape) -> int:
        return math.prod((*self.output_shape(shape)[:-1], *self.kernel_size, shape[-1]))

    def forward(self, values: Floats, weights: Weights) -> Floats:
        seen = windows.look(values, self.kernel_size, self.strides, self.padding, 0.0)
        rank = len(self.kernel_size)
        channels_first = (rank, *range(rank))
        made = np.tensordot(seen, weights[0], (range(rank + 1, seen.ndim), channels_first))
        return apply(self.activation, made + weights[1] if self.use_bias else made)
