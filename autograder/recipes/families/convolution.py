"""Convolutions."""

from __future__ import annotations

import math
from typing import ClassVar, Literal

import numpy as np

from autograder.recipes import windows
from autograder.recipes.activations import apply
from autograder.recipes.layer import (
    GLOROT,
    ZEROS,
    Activation,
    Constraint,
    Count,
    Fixed,
    Floats,
    Initializer,
    LayerRecipe,
    Padding,
    Pair,
    Regularizer,
    Shape,
    Single,
    Weights,
)

__all__ = ["Conv1D", "Conv2D", "DepthwiseConv2D", "SeparableConv1D", "SeparableConv2D"]


class Convolution(LayerRecipe, frozen=True):
    """What all of them share, whatever number of axes their kernel has."""

    @property
    def window(self) -> Shape:
        """The kernel's lengths."""
        return tuple(getattr(self, "kernel_size", ()))

    @property
    def steps(self) -> Shape:
        """How far the kernel moves along each axis."""
        return tuple(getattr(self, "strides", ()))

    @property
    def edges(self) -> str:
        """How the edges are padded, by Keras's name."""
        return str(getattr(self, "padding", ""))

    def positions(self, shape: Shape) -> Shape:
        """How many places the kernel takes along each axis."""
        padding = "same" if self.edges == "causal" else self.edges
        return windows.counts(self, shape, self.window, self.steps, padding)

    def working_values(self, shape: Shape) -> int:
        return math.prod((*self.positions(shape), *self.window, shape[-1]))

    def seen(self, values: Floats) -> Floats:
        """What the kernel looks at: axes of the batch, of places, of channels, of the kernel."""
        padding = self.edges
        if padding == "causal":
            values = np.pad(values, [(0, 0), (self.window[0] - 1, 0), (0, 0)])
            padding = "valid"
        return windows.look(values, self.window, self.steps, padding, 0.0)

    def convolved(self, values: Floats, kernel: Floats) -> Floats:
        """The batch convolved with a kernel, whose last two axes are channels in and out."""
        seen, rank = self.seen(values), len(self.window)
        channels_first = (rank, *range(rank))
        made = np.tensordot(seen, kernel, (range(rank + 1, seen.ndim), channels_first))
        return np.asarray(made, np.float32)

    def convolved_alone(self, values: Floats, kernel: Floats) -> Floats:
        """Each channel convolved with kernels of its own; their results lie side by side."""
        seen, rank = self.seen(values), len(self.window)
        kernels = np.moveaxis(kernel, rank, 0).reshape(values.shape[-1], -1, kernel.shape[-1])
        places = seen.reshape(*seen.shape[: rank + 2], -1)
        made = np.einsum("...cw,cwm->...cm", places, kernels)
        return np.asarray(made.reshape(*made.shape[:-2], -1), np.float32)


class Conv1D(Convolution, frozen=True):
    filters: Count
    kernel_size: Single
    strides: Single = (1,)
    padding: Literal["valid", "same", "causal"] = "valid"
    activation: Activation = "linear"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    kernel_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": 1, "groups": 1}

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.positions(shape), self.filters)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        kernel = (*self.kernel_size, shape[-1], self.filters)
        return (kernel, (self.filters,))[: 1 + self.use_bias]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        made = self.convolved(values, weights[0])
        return apply(self.activation, made + weights[1] if self.use_bias else made)


class Conv2D(Convolution, frozen=True):
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
    kernel_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": (1, 1), "groups": 1}

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.positions(shape), self.filters)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        kernel = (*self.kernel_size, shape[-1], self.filters)
        return (kernel, (self.filters,))[: 1 + self.use_bias]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        made = self.convolved(values, weights[0])
        return apply(self.activation, made + weights[1] if self.use_bias else made)


class DepthwiseConv2D(Convolution, frozen=True):
    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    depth_multiplier: Count = 1
    activation: Activation = "linear"
    use_bias: bool = True
    depthwise_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    depthwise_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    depthwise_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": (1, 1)}

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.positions(shape), self.depth_multiplier * shape[-1])

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        kernel = (*self.kernel_size, shape[-1], self.depth_multiplier)
        return (kernel, (self.depth_multiplier * shape[-1],))[: 1 + self.use_bias]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        made = self.convolved_alone(values, weights[0])
        return apply(self.activation, made + weights[1] if self.use_bias else made)


class Separable(Convolution, frozen=True):
    """What convolutions of each channel alone, and then of all channels at each place, share."""

    def output_shape(self, shape: Shape) -> Shape:
        return (*self.positions(shape), self.weight_shapes(shape)[1][-1])

    def multiplications(self, shape: Shape) -> int:
        alone, together, *_bias = self.weight_shapes(shape)
        return math.prod(self.positions(shape)) * (math.prod(alone) + math.prod(together))

    def working_values(self, shape: Shape) -> int:
        alone = self.weight_shapes(shape)[0]
        return math.prod(self.positions(shape)) * math.prod(alone)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        made = self.convolved_alone(values, weights[0])
        made = made @ weights[1].reshape(weights[1].shape[-2:])
        made = made + weights[2] if len(weights) > 2 else made  # noqa: PLR2004 - the bias
        return apply(str(getattr(self, "activation", "linear")), made)


class SeparableConv1D(Separable, frozen=True):
    filters: Count
    kernel_size: Single
    strides: Single = (1,)
    padding: Padding = "valid"
    depth_multiplier: Count = 1
    activation: Activation = "linear"
    use_bias: bool = True
    depthwise_initializer: Initializer = GLOROT
    pointwise_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    depthwise_regularizer: Regularizer | None = None
    pointwise_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    depthwise_constraint: Constraint | None = None
    pointwise_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": 1}

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        alone = (*self.kernel_size, shape[-1], self.depth_multiplier)
        together = (1, self.depth_multiplier * shape[-1], self.filters)
        return (alone, together, (self.filters,))[: 2 + self.use_bias]


class SeparableConv2D(Separable, frozen=True):
    filters: Count
    kernel_size: Pair
    strides: Pair = (1, 1)
    padding: Padding = "valid"
    depth_multiplier: Count = 1
    activation: Activation = "linear"
    use_bias: bool = True
    depthwise_initializer: Initializer = GLOROT
    pointwise_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    depthwise_regularizer: Regularizer | None = None
    pointwise_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    depthwise_constraint: Constraint | None = None
    pointwise_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    FIXED: ClassVar[Fixed] = {"data_format": "channels_last", "dilation_rate": (1, 1)}

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        alone = (*self.kernel_size, shape[-1], self.depth_multiplier)
        together = (1, 1, self.depth_multiplier * shape[-1], self.filters)
        return (alone, together, (self.filters,))[: 2 + self.use_bias]
