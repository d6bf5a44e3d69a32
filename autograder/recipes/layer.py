"""Defines what every layer of the vocabulary is: plain arguments, and what it makes of its input.

A layer is a class of `families`, named as its class of `keras.layers`; its fields are arguments of
that class, by Keras's names and with Keras's defaults. That is all that the sandbox needs to
describe a Keras layer (`describe_layers`) and the trainer to build one (`build`). The judge asks it
for shapes and predictions, which follow Keras's rules in NumPy. Shapes leave the batch out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, ClassVar, Literal

import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from autograder.wire.errors import Failure

__all__ = [
    "CONSTRAINTS", "GLOROT", "ONES", "ZEROS", "Activation", "Constraint", "Count", "Initializer",
    "LayerRecipe", "Length", "Padding", "Pair", "Plain", "Policy", "Regularizer", "Share", "Single",
]  # fmt: skip

Count = Annotated[int, Meta(ge=1, le=2**40)]
Length = Annotated[int, Meta(ge=0, le=2**40)]
Share = Annotated[float, Meta(ge=0, lt=1)]
Single = Annotated[tuple[Count, ...], Meta(min_length=1, max_length=1)]
Pair = Annotated[tuple[Count, ...], Meta(min_length=2, max_length=2)]
Padding = Literal["valid", "same"]
# What a layer computes in; its weights are of 32 bits all the same.
Policy = Literal["float32", "mixed_float16", "mixed_bfloat16"]
Activation = Literal[
    "linear", "relu", "softmax", "sigmoid", "tanh", "elu", "selu", "gelu", "silu", "softplus",
    "softsign", "exponential", "leaky_relu", "relu6", "hard_sigmoid", "mish", "celu",
    "hard_shrink", "hard_silu", "hard_tanh", "log_sigmoid", "log_softmax", "soft_shrink",
    "sparse_plus", "sparse_sigmoid", "squareplus", "tanh_shrink",
]  # fmt: skip

Shape = tuple[int, ...]
Floats = NDArray[np.float32]
Weights = Sequence[Floats]
Fixed = Mapping[str, Any]


class Plain(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts of a recipe are: frozen, strict, compared by value."""


class Initializer(Plain, frozen=True):
    """How weights start: a class of `keras.initializers`, its numbers and its words."""

    kind: Literal[
        "Zeros", "Ones", "Constant", "RandomNormal", "RandomUniform", "TruncatedNormal",
        "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "LecunNormal", "LecunUniform",
        "Orthogonal", "VarianceScaling",
    ]  # fmt: skip
    numbers: dict[
        Literal["mean", "stddev", "minval", "maxval", "value", "gain", "scale"], float
    ] = {}
    seed: int | None = None
    words: dict[
        Literal["mode", "distribution"],
        Literal[
            "fan_in", "fan_out", "fan_avg", "truncated_normal", "untruncated_normal", "uniform"
        ],
    ] = {}


class Regularizer(Plain, frozen=True):
    """`keras.regularizers.L1L2`, which `L1` and `L2` are cases of."""

    l1: float = 0.0
    l2: float = 0.0


# The numbers that each constraint takes.
CONSTRAINTS = {
    "MaxNorm": {"max_value"},
    "MinMaxNorm": {"min_value", "max_value", "rate"},
    "NonNeg": set[str](),
    "UnitNorm": set[str](),
}


class Constraint(Plain, frozen=True):
    """What weights are held to after each step: a class of `keras.constraints` and its numbers."""

    kind: Literal["MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"]
    numbers: dict[Literal["min_value", "max_value", "rate"], float] = {}
    axis: Annotated[tuple[int, ...], Meta(min_length=1, max_length=5)] | None = None

    def __post_init__(self) -> None:
        foreign = set(self.numbers) - CONSTRAINTS[self.kind]
        if foreign or (self.kind == "NonNeg" and self.axis is not None):
            raise ValueError(f"{self.kind} does not take {', '.join(sorted(foreign)) or 'axis'}")


GLOROT, ZEROS, ONES = Initializer("GlorotUniform"), Initializer("Zeros"), Initializer("Ones")


class LayerRecipe(Plain, frozen=True, kw_only=True, tag_field="kind", tag=True):
    """One layer; its fields are the layer's own arguments."""

    dtype: Policy = "float32"

    # Arguments that are no field, and the only values that a layer may have for them; one that is
    # not named here must be `None`.
    FIXED: ClassVar[Fixed] = {}

    def output_shape(self, shape: Shape) -> Shape:
        """What it makes of an input of that shape; most keep it. Raises `Failure`."""
        return shape

    def merged_shape(self, shapes: Sequence[Shape]) -> Shape:
        """What it makes of inputs of these shapes; all but `merging` take one. Raises `Failure`."""
        self.needs(len(shapes) == 1, shapes[0])
        return self.output_shape(shapes[0])

    def weight_shapes(self, shape: Shape) -> tuple[Shape, ...]:
        """The shapes of its weights for an input of that shape, in Keras's order."""
        return ()

    def variable_shapes(self, shape: Shape) -> tuple[Shape | None, ...]:
        """The same for all its variables; `None` for one that is no weight."""
        generator = (None,) if self.has_generator else ()
        return (*self.weight_shapes(shape), *generator)

    def forward(self, values: Floats, weights: Weights) -> Floats:
        """What it makes of a batch when the network predicts."""
        raise NotImplementedError

    def merge(self, inputs: Sequence[Floats], weights: Weights) -> Floats:
        """What it makes of the batches that it is given; all but `merging` take one."""
        return self.forward(inputs[0], weights)

    def multiplications(self, shape: Shape) -> int:
        """How many multiplications an input of that shape takes."""
        kernel = (*self.weight_shapes(shape), (0,))[0]
        return math.prod(self.output_shape(shape)[:-1]) * math.prod(kernel)

    def working_values(self, shape: Shape) -> int:
        """How many values `forward` holds at a time, beside its input and its output."""
        return 0

    @property
    def has_generator(self) -> bool:
        """Whether its last variable is the state of a random generator."""
        return False

    def needs(self, condition: bool, shape: Shape) -> None:
        """Raises `Failure` for data that the layer cannot take."""
        if not condition:
            raise Failure("network.layer_input", layer=type(self).__name__, shape=str(shape))

    def axis_of(self, axis: int, shape: Shape) -> int:
        """An axis counted from the front, where 0 is the batch; raises `Failure` for that."""
        rank = 1 + len(shape)
        self.needs(-rank < axis < rank and axis != 0, shape)
        return axis % rank


def as_float32(values: NDArray[Any]) -> Floats:
    """The values as Keras has them between layers."""
    return values.astype(np.float32, copy=False)
