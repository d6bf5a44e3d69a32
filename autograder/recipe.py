"""The vocabulary in which student code asks for training; read in the fence and by the trainer.

A request is plain data: layers with their few arguments, optimiser, loss and metrics by name and
numbers, data by digest. The fence describes Keras objects in it (`request`), the judge's side
validates every byte of it (`decode_request`), and the trainer builds the network anew. No Keras
configuration is ever deserialised. Field names are the names of Keras's arguments.
"""

from __future__ import annotations

import hashlib
import math
from typing import Annotated, Any, Literal

import msgspec
import numpy as np
from msgspec import Meta, Struct
from numpy.typing import NDArray

from autograder.errors import RecipeError

# What one request may ask for; larger ones are answered with a sentence, before any allocation.
MOST_PARAMETERS = 20_000_000
MOST_DATA_BYTES = 512 * 2**20
MOST_EPOCHS = 10_000
MOST_LAYERS = 64

Name = Annotated[str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,59}$")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}$")]
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


class Initializer(Plain):
    """How weights start: a class of `keras.initializers` and its numbers."""

    kind: Literal[
        "Zeros", "Ones", "Constant", "RandomNormal", "RandomUniform", "TruncatedNormal",
        "GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "LecunNormal", "LecunUniform",
        "Orthogonal",
    ]  # fmt: skip
    numbers: dict[Literal["mean", "stddev", "minval", "maxval", "value", "gain"], float] = {}
    seed: int | None = None


class Regularizer(Plain):
    """`keras.regularizers.L1L2`, which `L1` and `L2` are cases of."""

    l1: float = 0.0
    l2: float = 0.0


GLOROT, ZEROS, ONES = Initializer("GlorotUniform"), Initializer("Zeros"), Initializer("Ones")


# ---- layers: each a class of `keras.layers` with that name ---------------------------------------


class LayerRecipe(Plain, tag_field="kind", tag=True):
    """One layer; fields are the layer's own arguments."""


class Dense(LayerRecipe, tag=True):
    units: Count
    activation: Activation = "linear"
    use_bias: bool = True
    kernel_initializer: Initializer = GLOROT
    bias_initializer: Initializer = ZEROS
    kernel_regularizer: Regularizer | None = None
    bias_regularizer: Regularizer | None = None
    activity_regularizer: Regularizer | None = None


class Flatten(LayerRecipe, tag=True):
    pass


class Reshape(LayerRecipe, tag=True):
    target_shape: Annotated[tuple[int, ...], Meta(max_length=5)]


class Activate(LayerRecipe, tag="Activation"):
    activation: Activation


class ReLU(LayerRecipe, tag=True):
    max_value: float | None = None
    negative_slope: float = 0.0
    threshold: float = 0.0


class LeakyReLU(LayerRecipe, tag=True):
    negative_slope: float = 0.3


class ELU(LayerRecipe, tag=True):
    alpha: float = 1.0


class Softmax(LayerRecipe, tag=True):
    axis: int = -1


class Rescaling(LayerRecipe, tag=True):
    scale: float
    offset: float = 0.0


class Dropout(LayerRecipe, tag=True):
    rate: Share
    seed: int | None = None


class GaussianNoise(LayerRecipe, tag=True):
    stddev: Annotated[float, Meta(ge=0)]
    seed: int | None = None


class BatchNormalization(LayerRecipe, tag=True):
    axis: int = -1
    momentum: float = 0.99
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES
    moving_mean_initializer: Initializer = ZEROS
    moving_variance_initializer: Initializer = ONES


class LayerNormalization(LayerRecipe, tag=True):
    epsilon: float = 0.001
    center: bool = True
    scale: bool = True
    beta_initializer: Initializer = ZEROS
    gamma_initializer: Initializer = ONES


class Conv2D(LayerRecipe, tag=True):
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


class MaxPooling2D(LayerRecipe, tag=True):
    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"


class AveragePooling2D(LayerRecipe, tag=True):
    pool_size: Pair = (2, 2)
    strides: Pair | None = None
    padding: Padding = "valid"


class GlobalAveragePooling1D(LayerRecipe, tag=True):
    keepdims: bool = False


class GlobalMaxPooling1D(LayerRecipe, tag=True):
    keepdims: bool = False


class GlobalAveragePooling2D(LayerRecipe, tag=True):
    keepdims: bool = False


class GlobalMaxPooling2D(LayerRecipe, tag=True):
    keepdims: bool = False


AnyLayer = (
    Dense | Flatten | Reshape | Activate | ReLU | LeakyReLU | ELU | Softmax | Rescaling | Dropout
    | GaussianNoise | BatchNormalization | LayerNormalization | Conv2D | MaxPooling2D
    | AveragePooling2D | GlobalAveragePooling1D | GlobalMaxPooling1D | GlobalAveragePooling2D
    | GlobalMaxPooling2D
)  # fmt: skip


class Network(Plain):
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


class Optimizer(Plain):
    """A class of `keras.optimizers` and its numbers; `learning_rate` is the one in force now."""

    kind: Literal[
        "SGD", "RMSprop", "Adam", "AdamW", "Nadam", "Adamax", "Adagrad", "Adadelta", "Lion"
    ]
    numbers: dict[str, bool | int | float | None] = {}

    def __post_init__(self) -> None:
        if foreign := set(self.numbers) - OPTIMIZERS[self.kind]:
            raise ValueError(f"{self.kind} does not take {', '.join(sorted(foreign))}")


class Loss(Plain):
    """An object of a class of `keras.losses`; a loss given by name is that name instead."""

    kind: Literal[
        "SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy",
        "MeanSquaredError", "MeanAbsoluteError", "KLDivergence", "Poisson", "CategoricalHinge",
        "Hinge", "SquaredHinge", "LogCosh",
    ]  # fmt: skip
    from_logits: bool = False
    label_smoothing: float = 0.0


class Metric(Plain):
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


class Compiled(Plain):
    """What `compile` was given."""

    optimizer: Optimizer
    loss: Loss | Name | None
    metrics: Annotated[tuple[Metric | Name, ...], Meta(max_length=20)] = ()


# ---- data and requests ---------------------------------------------------------------------------


class Data(Plain):
    """An array by its digest (see `digest_array`); floats are float32, as Keras casts them."""

    digest: Digest
    shape: Annotated[tuple[Length, ...], Meta(min_length=1, max_length=6)]
    dtype: Literal[
        "float32", "bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64"
    ]

    @property
    def size_bytes(self) -> int:
        return math.prod(self.shape) * np.dtype(self.dtype).itemsize


class Labelled(Plain):
    """Images with what belongs to them, row by row."""

    images: Data
    labels: Data | None = None
    sample_weight: Data | None = None

    def arrays(self) -> list[Data]:
        return [data for data in (self.images, self.labels, self.sample_weight) if data is not None]


class Fit(Plain):
    """One call of `Model.fit`, but for how long and from where; `compiled` is `None` without one.

    `validation` holds what `validation_split` held back as well.
    """

    network: Network
    compiled: Compiled | None
    training: Labelled
    validation: Labelled | None = None
    batch_size: Count | None = None
    shuffle: bool = True
    class_weight: Annotated[tuple[tuple[int, float], ...], Meta(max_length=1000)] = ()
    steps_per_epoch: Count | None = None
    validation_batch_size: Count | None = None
    validation_steps: Count | None = None
    validation_freq: Count = 1


class New(Plain, tag_field="from", tag="new"):
    """The trainer's own initial values."""


class State(Plain, tag_field="from", tag="state"):
    """Where an earlier training of the same submission ended: the key that its reply gave."""

    key: Digest


class Given(Plain, tag_field="from", tag="given"):
    """Values set by hand, an array for each variable: a claim, and so is all that follows."""

    arrays: Annotated[tuple[Data, ...], Meta(max_length=8 * MOST_LAYERS)]


class FitRequest(Plain, tag_field="request", tag="fit"):
    """Train from epoch `first_epoch` (from 0) for `epochs` epochs; a call with callbacks asks for
    one epoch at a time, and says with `goes_on` that this is the same call of `fit` as before.

    `asked_epochs` is `fit`'s own argument. `seed` is the student's, where they set one, and `draw`
    counts the like requests since: training the same network twice gives two different results.
    """

    fit: Fit
    epochs: Annotated[int, Meta(ge=1, le=MOST_EPOCHS)]
    first_epoch: Annotated[int, Meta(ge=0, le=MOST_EPOCHS)] = 0
    asked_epochs: Annotated[int, Meta(ge=0, le=2**40)] = 1
    weights: New | State | Given = New()
    optimizer: New | State = New()
    goes_on: bool = False
    seed: int | None = None
    draw: Annotated[int, Meta(ge=0, le=1000)] = 0

    def arrays(self) -> list[Data]:
        """Every array that this training needs."""
        parts = [self.fit.training.arrays()]
        if self.fit.validation is not None:
            parts.append(self.fit.validation.arrays())
        if isinstance(self.weights, Given):
            parts.append(list(self.weights.arrays))
        return [data for part in parts for data in part]

    def roles(self) -> dict[str, Data]:
        """The arrays that facts speak of: images, labels, and the images of the validation."""
        roles = {"images": self.fit.training.images}
        if self.fit.training.labels is not None:
            roles["labels"] = self.fit.training.labels
        if self.fit.validation is not None:
            roles["validation"] = self.fit.validation.images
        return roles


class EvaluateRequest(Plain, tag_field="request", tag="evaluate"):
    """One call of `Model.evaluate`."""

    network: Network
    compiled: Compiled | None
    data: Labelled
    batch_size: Count | None = None
    steps: Count | None = None
    weights: New | State | Given = New()

    def arrays(self) -> list[Data]:
        """Every array that this evaluation needs."""
        given = self.weights.arrays if isinstance(self.weights, Given) else ()
        return [*self.data.arrays(), *given]

    def roles(self) -> dict[str, Data]:
        """None: no fact is made of an evaluation."""
        return {}


Request = FitRequest | EvaluateRequest


def digest_array(array: NDArray[Any]) -> str:
    """A digest of an array's dtype, shape and values: equal digests mean equal data."""
    digest = hashlib.blake2b(f"{array.dtype.str}{array.shape}".encode(), digest_size=16)
    digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def data_of(array: NDArray[Any]) -> Data:
    """The reference to an array; raises `RecipeError` for a dtype the vocabulary does not know."""
    return _convert(
        {
            "digest": digest_array(array),
            "shape": list(array.shape),
            "dtype": str(array.dtype),
        },
        Data,
    )


def to_plain(value: Any) -> Any:
    """A recipe as dictionaries, lists and scalars, for `frames`."""
    return msgspec.to_builtins(value)


def decode_request(value: Any) -> Request:
    """A decoded frame as a request; raises `RecipeError` with what is outside the vocabulary."""
    request: Request = _convert(value, Request)
    return request


def decode_fit(value: Any) -> Fit:
    """A decoded value as a call of `fit`; raises `RecipeError`."""
    fit: Fit = _convert(value, Fit)
    return fit


def decode_network(value: Any) -> Network:
    """A decoded value as a network; raises `RecipeError`."""
    network: Network = _convert(value, Network)
    return network


def _convert(value: Any, kind: Any) -> Any:
    try:
        return msgspec.convert(value, kind)
    except (msgspec.ValidationError, RecursionError, OverflowError) as error:
        raise RecipeError(str(error)) from error
