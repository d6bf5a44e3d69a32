"""The vocabulary of networks that the trainer builds; read in the sandbox and by the trainer.

A network is plain data: layers with their few arguments, optimiser, loss and metrics by name and
numbers. The sandbox describes Keras objects in it (`describe`), and the trainer builds them again
(`build`). No Keras configuration is ever deserialised. Names and defaults are Keras's own.

A layer is all in its module of `families`, and a word here by the `__all__` of that module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Union

from msgspec import Meta

from autograder.recipes.families.activation import *
from autograder.recipes.families.convolution import *
from autograder.recipes.families.dense import *
from autograder.recipes.families.noise import *
from autograder.recipes.families.normalization import *
from autograder.recipes.families.pooling import *
from autograder.recipes.families.shaping import *
from autograder.recipes.layer import *
from autograder.recipes.layer import Count, LayerRecipe, Length, Plain

# Larger networks are answered with a sentence, before any allocation.
MOST_PARAMETERS = 20_000_000
MOST_LAYERS = 64

Name = Annotated[str, Meta(pattern=r"\A[A-Za-z_][A-Za-z0-9_]{0,59}\Z")]
InputShape = Annotated[tuple[Length, ...], Meta(max_length=6)]


def _kinds(kind: type[LayerRecipe]) -> list[type[LayerRecipe]]:
    """The kinds of layers below a class; what they share is in classes between."""
    below = kind.__subclasses__()
    return [leaf for each in below for leaf in _kinds(each)] if below else [kind]


# The layers by the names of their classes of `keras.layers`.
LAYERS = {str(kind.__struct_config__.tag): kind for kind in _kinds(LayerRecipe)}
if TYPE_CHECKING:
    AnyLayer = LayerRecipe
else:
    AnyLayer = Union[tuple(LAYERS.values())]  # noqa: UP007 - of however many there are


class Network(Plain, frozen=True):
    """A chain of layers; `input_shape` (without the batch) is set where the model declares it."""

    layers: Annotated[tuple[AnyLayer, ...], Meta(max_length=MOST_LAYERS)]
    input_shape: InputShape | None = None


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
