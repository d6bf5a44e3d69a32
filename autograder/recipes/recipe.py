"""The vocabulary of networks that the trainer builds; read in the sandbox and by the trainer.

A network is plain data: layers with their few arguments, optimiser, loss and metrics by name and
numbers. The sandbox describes Keras objects in it (`request`), and the trainer builds them anew
(`building`). No Keras configuration is ever deserialised. Names and defaults are Keras's own.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

# Larger networks are answered with a sentence, before any allocation.
MOST_PARAMETERS = 20_000_000
MOST_LAYERS = 64

Name = Annotated[str, Meta(pattern=r"\A[A-Za-z_][A-Za-z0-9_]{0,59}\Z")]
Count = Annotated[int, Meta(ge=1, le=2**40)]
Length = Annotated[int, Meta(ge=0, le=2**40)]
Shape = Annotated[tuple[Length, ...], Meta(max_length=6)]
Share = Annotated[float, Meta(ge=0, lt=1)]
Pair = Annotated[tuple[Count, ...], Meta(min_length=2, max_length=2)]
Padding = Literal["valid", "same"]
Activation = Literal[
    "linear", "relu", "softmax", "sigmoid", "tanh", "elu", "selu", "gelu", "silu", "softplus",
    "softsign", "exponential", "leaky_relu", "relu6", "hard_sigmoid", "mish",
]  # fmt: skip


class Plain(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all parts of a recipe are: frozen, strict, compared by value."""


class Initializer(Plain, frozen=True):
    """How weights start: a class of `keras.initializers` and its numbers."""

    kind: Literal[
        "Zeros", "Ones", "Constant", "RandomNormal", "RandomUniform", "TruncatedNormal",
        "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "LecunNormal", "LecunUniform",
        "Orthogonal",
    ]  # fmt: skip
    numbers: dict[Literal["mean", "stddev", "minval", "maxval", "value", "gain"], float] = {}
    seed: int | None = None


class Regularizer(Plain, frozen=True):
    """`keras.regularizers.L1L2`, which `L1` and `L2` are cases of."""

    l1: float = 0.0
    l2: float = 0.0


GLOROT, ZEROS, ONES = Initializer("GlorotUniform"), Initializer("Zeros"), Initializer("Ones")


# ---- layers: each a class of `keras.layers` with that name ---------------------------------------


class LayerRecipe(Plain, frozen=True, tag_field="kind", tag=True):
    """One layer; fields are the layer's own arguments."""


class Dense(LayerRecipe, frozen=True, tag=True):
    units: Count
    activation: Activation = "linear"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None


class Flatten(LayerRecipe, frozen=True, tag=True):
    pass


class Reshape(LayerRecipe, frozen=True, tag=True):
    target_shape: Annotated[tuple[int, ...], Meta(max_length=5)]


class Activate(LayerRecipe, frozen=True, tag="Activation"):
    activation: Activation


class ReLU(LayerRecipe, frozen=True, tag=True):
    max_value: float | None = None
    negative_slope: float = 0.0
    threshold: float = 0.0


class LeakyReLU(LayerRecipe, frozen=True, tag=True):
    negative_slope: float = 0.3


class ELU(LayerRecipe, frozen=True, tag=True):
    alpha: float = 1.0


class Softmax(LayerRecipe, frozen=True, tag=True):
    axis: int = -1


class Rescaling(LayerRecipe, frozen=True, tag=True):
    scale: float
    offset: float = 0.0


class Dropout(LayerRecipe, frozen=True, tag=True):
    rate: Share
    seed: int | None = None


class GaussianNoise(LayerRecipe, frozen=True, tag=True):
    stddev: Annotated[float, Meta(ge=0)]
    seed: int | None = None


class BatchNormalization(LayerRecipe, frozen=True, tag=True):
    axis: int = -1
    momentum: float = 0.99
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES
    moving_mean_initializer: Initializer = ZEROS
    moving_variance_initializer: Initializer = ONES


class LayerNormalization(LayerRecipe, frozen=True, tag=True):
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES


class Conv2D(LayerRecipe, frozen=True, tag=True):
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


class MaxPooling2D(LayerRecipe, frozen=True, tag=True):
    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"


class AveragePooling2D(LayerRecipe, frozen=True, tag=True):
    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"


class GlobalAveragePooling1D(LayerRecipe, frozen=True, tag=True):
    keepdims: bool = False


class GlobalMaxPooling1D(LayerRecipe, frozen=True, tag=True):
    keepdims: bool = False


class GlobalAveragePooling2D(LayerRecipe, frozen=True, tag=True):
    keepdims: bool = False


class GlobalMaxPooling2D(LayerRecipe, frozen=True, tag=True):
    keepdims: bool = False


AnyLayer = (
    Dense | Flatten | Reshape | Activate | ReLU | LeakyReLU | ELU | Softmax | Rescaling | Dropout
    | GaussianNoise | BatchNormalization | LayerNormalization | Conv2D | MaxPooling2D
    | AveragePooling2D | GlobalAveragePooling1D | GlobalMaxPooling1D | GlobalAveragePooling2D
    | GlobalMaxPooling2D
)  # fmt: skip


class Network(Plain, frozen=True):
    """A chain of layers; `input_shape` (without the batch) is set where the model declares it."""

    layers: Annotated[tuple[AnyLayer, ...], Meta(max_length=MOST_LAYERS)]
    input_shape: Shape | None = None


# ---- compile -------------------------------------------------------------------------------------

# The numbers and switches that each optimiser takes; the names are Keras's.
SHARED = {"learning_rate", "weight_decay", "clipnorm", "clipvalue", "global_clipnorm"}
OPTIMIZERS = {
    "SGD": SHARED | {"momentum", "nesterov"},
    "RMSprop": SHARED | {"rho", "momentum", "epsilon", "centered"},
    "Adam": SHARED | {"beta_1", "beta_2", "epsilon", "amsgrad"},
    "AdamW": SHARED | {"beta_1", "beta_2", "epsilon", "amsgrad"},
    "Nadam": SHARED | {"beta_1", "beta_2", "epsilon"},
    "Adamax": SHARED | {"beta_1", "beta_2", "epsilon"},
    "Adagrad": SHARED | {"initial_accumulator_value", "epsilon"},
    "Adadelta": SHARED | {"rho", "epsilon"},
    "Lion": SHARED | {"beta_1", "beta_2"},
}


class Optimizer(Plain, frozen=True):
    """A class of `keras.optimizers` and its numbers; `learning_rate` is the one in force now."""

    kind: Literal[
        "SGD", "RMSprop", "Adam", "AdamW", "Nadam", "Adamax", "Adagrad", "Adadelta", "Lion"
    ]
    numbers: dict[str, bool | int | float | None] = {}

    def __post_init__(self) -> None:
        if foreign := set(self.numbers) - OPTIMIZERS[self.kind]:
            raise ValueError(f"{self.kind} does not take {', '.join(sorted(foreign))}")


class Loss(Plain, frozen=True):
    """An object of a class of `keras.losses`; a loss given by name is that name instead."""

    kind: Literal[
        "SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy",
        "MeanSquaredError", "MeanAbsoluteError", "KLDivergence", "Poisson", "CategoricalHinge",
        "Hinge", "SquaredHinge", "LogCosh",
    ]  # fmt: skip
    from_logits: bool = False
    label_smoothing: float = 0.0


class Metric(Plain, frozen=True):
    """An object of a class of `keras.metrics`; a metric given by name is that name instead."""

    kind: Literal[
        "Accuracy", "SparseCategoricalAccuracy", "CategoricalAccuracy", "BinaryAccuracy",
        "SparseTopKCategoricalAccuracy", "TopKCategoricalAccuracy",
        "SparseCategoricalCrossentropy", "CategoricalCrossentropy",
        "MeanSquaredError", "MeanAbsoluteError",
    ]  # fmt: skip
    name: Name
    k: Count | None = None
    from_logits: bool = False


class Compiled(Plain, frozen=True):
    """What `compile` was given."""

    optimizer: Optimizer
    loss: Loss | Name | None
    metrics: Annotated[tuple[Metric | Name, ...], Meta(max_length=20)] = ()
