"""The vocabulary of networks that the trainer builds; read in the sandbox and by the trainer.

A network is plain data: layers with their few arguments, optimiser, loss and metrics by name and
numbers. The sandbox describes Keras objects in it (`describe`), and the trainer builds them again
(`build`). No Keras configuration is ever deserialised. Names and defaults are Keras's own.

A layer is all in its module of `families`, and a word here by the `__all__` of that module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal, Union

from msgspec import Meta

from autograder.recipes.families.activation import *
from autograder.recipes.families.convolution import *
from autograder.recipes.families.dense import *
from autograder.recipes.families.merging import *
from autograder.recipes.families.noise import *
from autograder.recipes.families.normalization import *
from autograder.recipes.families.pooling import *
from autograder.recipes.families.recurrent import *
from autograder.recipes.families.shaping import *
from autograder.recipes.layer import *
from autograder.recipes.layer import Count, LayerRecipe, Length, Plain

# Larger networks are answered with a sentence, before any allocation.
MOST_PARAMETERS = 20_000_000
MOST_LAYERS, MOST_NODES = 64, 128
MOST_THRESHOLDS = 10_000
# TensorFlow multiplies out what is added up and added up again: 2 to the power of so many nodes.
MOST_TERMS = 256

Name = Annotated[str, Meta(pattern=r"\A[A-Za-z_][A-Za-z0-9_]{0,59}\Z")]
# What a metric is called in logs.
Label = Annotated[str, Meta(pattern=r"\A\w[\w .,:;@%+*=()<>-]{0,59}\Z")]
InputShape = Annotated[tuple[Length, ...], Meta(max_length=6)]
Place = Annotated[int, Meta(ge=0, le=MOST_NODES)]
Node = Annotated[tuple[Place, ...], Meta(min_length=2, max_length=9)]


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
    """Layers from input to output; `input_shape` (without the batch) is set where the model
    declares it.

    Each layer takes what the one before it made. Where it is otherwise, `nodes` says each time that
    a layer is applied: its number among `layers`, and the places of what it takes, of which 0 is
    the input and n what the n-th node made. The last node is the output.
    """

    layers: Annotated[tuple[AnyLayer, ...], Meta(max_length=MOST_LAYERS)]
    input_shape: InputShape | None = None
    nodes: Annotated[tuple[Node, ...], Meta(max_length=MOST_NODES)] = ()

    def __post_init__(self) -> None:
        if not self.nodes:
            return
        used: set[int] = set()
        for made, (number, *places) in enumerate(self.nodes):
            if number >= len(self.layers) or max(places) > made:
                raise ValueError("a node takes what comes later, or a layer that is not there")
            used.update(places)
        applied = {number for number, *_places in self.nodes}
        if len(applied) < len(self.layers) or not used >= set(range(1, len(self.nodes))):
            raise ValueError("a layer leads nowhere")
        terms = [1]
        for number, *places in self.nodes:
            kind = type(self.layers[number])
            has_weights = kind.weight_shapes is not LayerRecipe.weight_shapes
            terms.append(1 if has_weights else sum(terms[place] for place in places))
            if terms[-1] > MOST_TERMS:
                raise ValueError("a sum of sums of too many things")

    def applied(self) -> tuple[tuple[int, ...], ...]:
        """The nodes, those of a plain chain too."""
        return self.nodes or tuple((place, place) for place in range(len(self.layers)))


# ---- compile -------------------------------------------------------------------------------------

# The numbers and switches that each optimiser takes; the names are Keras's.
SHARED = {
    "learning_rate", "weight_decay", "clipnorm", "clipvalue", "global_clipnorm",
    "use_ema", "ema_momentum", "ema_overwrite_frequency",
}  # fmt: skip
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
    "Lamb": SHARED | {"beta_1", "beta_2", "epsilon"},
    "Adafactor": SHARED
    | {"beta_2_decay", "epsilon_1", "epsilon_2", "clip_threshold", "relative_step"},
    "Ftrl": SHARED
    | {
        "learning_rate_power",
        "initial_accumulator_value",
        "l1_regularization_strength",
        "l2_regularization_strength",
        "l2_shrinkage_regularization_strength",
        "beta",
    },
}
# The numbers of each schedule of the learning rate.
SCHEDULES = {
    "ExponentialDecay": {"initial_learning_rate", "decay_steps", "decay_rate", "staircase"},
    "InverseTimeDecay": {"initial_learning_rate", "decay_steps", "decay_rate", "staircase"},
    "PiecewiseConstantDecay": {"boundaries", "values"},
    "PolynomialDecay": {
        "initial_learning_rate", "decay_steps", "end_learning_rate", "power", "cycle",
    },
    "CosineDecay": {
        "initial_learning_rate", "decay_steps", "alpha", "warmup_target", "warmup_steps",
    },
    "CosineDecayRestarts": {
        "initial_learning_rate", "first_decay_steps", "t_mul", "m_mul", "alpha",
    },
}  # fmt: skip
Number = bool | int | float | None
Numbers = Annotated[tuple[int | float, ...], Meta(max_length=200)]


class Schedule(Plain, frozen=True):
    """A class of `keras.optimizers.schedules` and its numbers."""

    kind: Literal[
        "ExponentialDecay", "InverseTimeDecay", "PiecewiseConstantDecay", "PolynomialDecay",
        "CosineDecay", "CosineDecayRestarts",
    ]  # fmt: skip
    numbers: dict[str, Number | Numbers] = {}

    def __post_init__(self) -> None:
        _refuse_foreign(self.kind, self.numbers, SCHEDULES)


class LossScale(Plain, frozen=True):
    """`keras.optimizers.LossScaleOptimizer` around an optimiser."""

    initial_scale: float = 2.0**15
    dynamic_growth_steps: Count = 2000


class Optimizer(Plain, frozen=True):
    """A class of `keras.optimizers` and its numbers; `learning_rate` is the one in force now.

    A `schedule` takes its place, and computes it at each step.
    """

    kind: Literal[
        "SGD", "RMSprop", "Adam", "AdamW", "Nadam", "Adamax", "Adagrad", "Adadelta", "Lion",
        "Lamb", "Adafactor", "Ftrl",
    ]  # fmt: skip
    numbers: dict[str, Number] = {}
    schedule: Schedule | None = None
    loss_scale: LossScale | None = None

    def __post_init__(self) -> None:
        _refuse_foreign(self.kind, self.numbers, OPTIMIZERS)

    @property
    def averages(self) -> bool:
        """Whether the weights of the end are averages over the training."""
        return self.numbers.get("use_ema") is True


# The arguments of each loss beside the fields of `Loss`, and of each metric beside its own.
LOSSES = {
    "SparseCategoricalCrossentropy": {"ignore_class"},
    "CategoricalCrossentropy": set[str](),
    "CategoricalFocalCrossentropy": {"alpha", "gamma"},
    "BinaryCrossentropy": set[str](),
    "BinaryFocalCrossentropy": {"apply_class_balancing", "alpha", "gamma"},
    "MeanSquaredError": set[str](),
    "MeanAbsoluteError": set[str](),
    "MeanAbsolutePercentageError": set[str](),
    "MeanSquaredLogarithmicError": set[str](),
    "KLDivergence": set[str](),
    "Poisson": set[str](),
    "CategoricalHinge": set[str](),
    "Hinge": set[str](),
    "SquaredHinge": set[str](),
    "LogCosh": set[str](),
    "Huber": {"delta"},
    "CosineSimilarity": set[str](),
    "Dice": set[str](),
    "Tversky": {"alpha", "beta"},
    "CategoricalGeneralizedCrossEntropy": {"q"},
}
METRICS = {
    "Accuracy": set[str](),
    "SparseCategoricalAccuracy": set[str](),
    "CategoricalAccuracy": set[str](),
    "BinaryAccuracy": {"threshold"},
    "SparseTopKCategoricalAccuracy": {"from_sorted_ids"},
    "TopKCategoricalAccuracy": set[str](),
    "SparseCategoricalCrossentropy": {"ignore_class"},
    "CategoricalCrossentropy": {"label_smoothing"},
    "BinaryCrossentropy": {"label_smoothing"},
    "MeanSquaredError": set[str](),
    "MeanAbsoluteError": set[str](),
    "MeanAbsolutePercentageError": set[str](),
    "MeanSquaredLogarithmicError": set[str](),
    "RootMeanSquaredError": set[str](),
    "LogCoshError": set[str](),
    "CosineSimilarity": set[str](),
    "KLDivergence": set[str](),
    "Poisson": set[str](),
    "Hinge": set[str](),
    "SquaredHinge": set[str](),
    "CategoricalHinge": set[str](),
    "Precision": {"thresholds", "top_k", "class_id"},
    "Recall": {"thresholds", "top_k", "class_id"},
    "TruePositives": {"thresholds"},
    "TrueNegatives": {"thresholds"},
    "FalsePositives": {"thresholds"},
    "FalseNegatives": {"thresholds"},
    "AUC": {"num_thresholds", "curve", "summation_method"},
    "F1Score": {"average", "threshold"},
    "FBetaScore": {"average", "beta", "threshold"},
}
Word = Literal[
    "ROC", "PR", "prc", "interpolation", "minoring", "majoring", "micro", "macro", "weighted"
]


class Loss(Plain, frozen=True):
    """An object of a class of `keras.losses`; a loss given by name is that name instead."""

    kind: Literal[
        "SparseCategoricalCrossentropy", "CategoricalCrossentropy", "BinaryCrossentropy",
        "MeanSquaredError", "MeanAbsoluteError", "KLDivergence", "Poisson", "CategoricalHinge",
        "Hinge", "SquaredHinge", "LogCosh", "CategoricalFocalCrossentropy",
        "BinaryFocalCrossentropy", "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError",
        "Huber", "CosineSimilarity", "Dice", "Tversky", "CategoricalGeneralizedCrossEntropy",
    ]  # fmt: skip
    from_logits: bool = False
    label_smoothing: float = 0.0
    numbers: dict[str, Number] = {}
    reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight"] = (
        "sum_over_batch_size"
    )

    def __post_init__(self) -> None:
        _refuse_foreign(self.kind, self.numbers, LOSSES)


class Metric(Plain, frozen=True):
    """An object of a class of `keras.metrics`; a metric given by name is that name instead."""

    kind: Literal[
        "Accuracy", "SparseCategoricalAccuracy", "CategoricalAccuracy", "BinaryAccuracy",
        "SparseTopKCategoricalAccuracy", "TopKCategoricalAccuracy",
        "SparseCategoricalCrossentropy", "CategoricalCrossentropy",
        "MeanSquaredError", "MeanAbsoluteError", "BinaryCrossentropy",
        "MeanAbsolutePercentageError", "MeanSquaredLogarithmicError", "RootMeanSquaredError",
        "LogCoshError", "CosineSimilarity", "KLDivergence", "Poisson", "Hinge", "SquaredHinge",
        "CategoricalHinge", "Precision", "Recall", "TruePositives", "TrueNegatives",
        "FalsePositives", "FalseNegatives", "AUC", "F1Score", "FBetaScore",
    ]  # fmt: skip
    name: Label
    k: Count | None = None
    from_logits: bool = False
    arguments: dict[str, Number | Word | Numbers] = {}

    def __post_init__(self) -> None:
        _refuse_foreign(self.kind, self.arguments, METRICS)
        # It decides how much memory the metric takes.
        if int(self.arguments.get("num_thresholds") or 0) > MOST_THRESHOLDS:  # type: ignore[arg-type]
            raise ValueError("too many thresholds")


class Compiled(Plain, frozen=True):
    """What `compile` was given."""

    optimizer: Optimizer
    loss: Loss | Name | None
    metrics: Annotated[tuple[Metric | Name, ...], Meta(max_length=20)] = ()
    weighted_metrics: Annotated[tuple[Metric | Name, ...], Meta(max_length=20)] = ()
    loss_weight: float | None = None


def _refuse_foreign(kind: str, given: Iterable[str], known: Mapping[str, set[str]]) -> None:
    if foreign := set(given) - known[kind]:
        raise ValueError(f"{kind} does not take {', '.join(sorted(foreign))}")
