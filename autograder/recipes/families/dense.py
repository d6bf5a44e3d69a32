"""Dense layers."""

from __future__ import annotations

from autograder.recipes.activations import apply
from autograder.recipes.layer import (
    GLOROT,
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
)

__all__ = ["Dense"]


class Dense(LayerRecipe, frozen=True):
    units: Count
    activation: Activation = "linear"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    kernel_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(bool(shape), shape)
        return (*shape[:-1], self.units)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        return ((shape[-1], self.units), (self.units,))[: 1 + self.use_bias]

    def forward(self, values: Floats, weights: Weights) -> Floats:
        made = values @ weights[0]
        return apply(self.activation, made + weights[1] if self.use_bias else made)
