"""Recurrent layers: they go through a sequence of vectors, step by step, and remember a state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

import numpy as np

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
    Regularizer,
    Shape,
    Weights,
    as_float32,
)

__all__ = ["GRU", "LSTM", "Bidirectional", "SimpleRNN"]

ORTHOGONAL = Initializer("Orthogonal", {"gain": 1.0})
# What a step costs beside its multiplications, in as many of them.
STEP = 2**17
# Places in a sequence, and what is there.
RANK = 2


class Recurrent(LayerRecipe, frozen=True):
    """What all of them share; `GATES` is how many numbers a neuron computes at a step."""

    units: Count
    activation: Activation = "tanh"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    recurrent_initializer: Initializer = ORTHOGONAL
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    recurrent_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None
    kernel_constraint: Constraint | None = None
    recurrent_constraint: Constraint | None = None
    bias_constraint: Constraint | None = None
    return_sequences: bool = False
    go_backwards: bool = False

    # Their masks depend on how Keras built the layer, so none is repeated to the bit.
    FIXED: ClassVar[Fixed] = {
        "dropout": 0.0,
        "recurrent_dropout": 0.0,
        "return_state": False,
        "stateful": False,
        "unroll": False,
    }
    GATES: ClassVar[int]

    @property
    def has_generator(self) -> bool:
        return True

    def output_shape(self, shape: Shape) -> Shape:
        self.needs(len(shape) == RANK and shape[0] > 0, shape)
        return (*shape[: self.return_sequences], self.units)

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        width = self.GATES * self.units
        return ((shape[-1], width), (self.units, width), (width,))[: 2 + self.use_bias]

    def multiplications(self, shape: Shape) -> int:
        return shape[0] * (STEP + self.GATES * self.units * (shape[-1] + self.units))

    def working_values(self, shape: Shape) -> int:
        return (self.GATES + 2) * self.units

    def forward(self, values: Floats, weights: Weights) -> Floats:
        if self.go_backwards:
            values = values[:, ::-1]
        states: tuple[Floats, ...] = (np.zeros((len(values), self.units), np.float32),) * 2
        outputs = []
        for place in range(values.shape[1]):
            states = self.step(values[:, place], states, weights)
            outputs.append(states[0])
        return np.stack(outputs, 1) if self.return_sequences else outputs[-1]

    def step(
        self, values: Floats, states: tuple[Floats, ...], weights: Weights
    ) -> tuple[Floats, ...]:
        """The states after one more vector; the first of them is what is put out."""
        raise NotImplementedError


class SimpleRNN(Recurrent, frozen=True):
    GATES = 1

    def step(
        self, values: Floats, states: tuple[Floats, ...], weights: Weights
    ) -> tuple[Floats, ...]:
        kernel, recurrent, *bias = weights
        made = sum(bias, values @ kernel + states[0] @ recurrent)
        return (apply(self.activation, as_float32(made)),)


class LSTM(Recurrent, frozen=True):
    recurrent_activation: Activation = "sigmoid"
    unit_forget_bias: bool = True
    seed: int | None = None

    GATES = 4

    def step(
        self, values: Floats, states: tuple[Floats, ...], weights: Weights
    ) -> tuple[Floats, ...]:
        kernel, recurrent, *bias = weights
        made = as_float32(sum(bias, values @ kernel + states[0] @ recurrent))
        taken_in, kept, new, put_out = np.split(made, 4, 1)
        memory = apply(self.recurrent_activation, kept) * states[1]
        memory = memory + apply(self.recurrent_activation, taken_in) * apply(self.activation, new)
        out = apply(self.recurrent_activation, put_out) * apply(self.activation, memory)
        return out, memory


class GRU(Recurrent, frozen=True):
    recurrent_activation: Activation = "sigmoid"
    reset_after: bool = True
    seed: int | None = None

    GATES = 3

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        width = 3 * self.units
        bias = (2, width) if self.reset_after else (width,)
        return ((shape[-1], width), (self.units, width), bias)[: 2 + self.use_bias]

    def step(
        self, values: Floats, states: tuple[Floats, ...], weights: Weights
    ) -> tuple[Floats, ...]:
        state, (kernel, recurrent, *bias) = states[0], weights
        biases = self._biases(bias)
        outer, width = values @ kernel + biases[0], self.units
        gates = state @ recurrent[:, : 2 * width] + biases[1][: 2 * width]
        kept, reset = np.split(
            apply(self.recurrent_activation, as_float32(outer[:, : 2 * width] + gates)), 2, 1
        )
        if self.reset_after:
            inner = reset * (state @ recurrent[:, 2 * width :] + biases[1][2 * width :])
        else:
            inner = (reset * state) @ recurrent[:, 2 * width :]
        new = apply(self.activation, as_float32(outer[:, 2 * width :] + inner))
        return (as_float32(kept * state + (1 - kept) * new),)

    def _biases(self, bias: Sequence[Floats]) -> tuple[Floats, Floats]:
        """Those of the kernel and of the recurrent kernel."""
        zeros = np.zeros(3 * self.units, np.float32)
        if not bias:
            return zeros, zeros
        return (bias[0][0], bias[0][1]) if self.reset_after else (bias[0], zeros)


class Bidirectional(LayerRecipe, frozen=True):
    layer: SimpleRNN | LSTM | GRU
    merge_mode: Literal["sum", "mul", "ave", "concat"] = "concat"

    def output_shape(self, shape: Shape) -> Shape:
        made = self.layer.output_shape(shape)
        return (*made[:-1], made[-1] * (2 if self.merge_mode == "concat" else 1))

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        return self.layer.weight_shapes(shape) * 2

    def variable_shapes(self, shape: Shape) -> tuple[Shape | None, ...]:
        return self.layer.variable_shapes(shape) * 2

    def multiplications(self, shape: Shape) -> int:
        return 2 * self.layer.multiplications(shape)

    def working_values(self, shape: Shape) -> int:
        return 2 * self.layer.working_values(shape)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        half = len(weights) // 2
        onwards = self.layer.forward(values, weights[:half])
        backwards = self.layer.forward(values[:, ::-1], weights[half:])
        if self.layer.return_sequences:
            backwards = backwards[:, ::-1]
        if self.merge_mode == "concat":
            return np.concatenate([onwards, backwards], -1)
        if self.merge_mode == "mul":
            return onwards * backwards
        return as_float32((onwards + backwards) / (2 if self.merge_mode == "ave" else 1))
