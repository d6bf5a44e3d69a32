"""What one training was and did: as the trainer did it, or as the sandbox claims it.

Both read alike. Where a claim cannot be described in the vocabulary (`claims`), it holds what could
be seen of the Keras model and of the arguments, and `UNKNOWN` where nothing could.
"""

from __future__ import annotations

import contextlib
import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from autograder.judging.data_seen import DataSeen
from autograder.judging.expect import shown
from autograder.judging.values import as_numbers
from autograder.recipes.layers import FLATTENING, Layer, Layers, layers_of
from autograder.recipes.recipe import Loss, Network
from autograder.recipes.requests import Fit
from autograder.recipes.unknown import UNKNOWN, known
from autograder.wire.errors import Failure, RecipeError
from autograder.wire.frames import Raised
from autograder.wire.messages import Message, Value, message

# Lets a reported number be rounded to three places; further off it is still recognised.
SAME_NUMBER, ROUNDED_MUCH = 1e-3, 0.1
MOST_PLACES = 9
# The activations of the last layer that a loss is made for, the usual one first. One that takes
# logits takes what a log-softmax gives as well, whose softmax is the same.
LOGITS = ("linear", "log_softmax")
OUTPUTS_OF = {
    "sparsecategoricalcrossentropy": ("softmax",),
    "categoricalcrossentropy": ("softmax",),
    "categoricalfocalcrossentropy": ("softmax",),
    "kldivergence": ("softmax",),
    "binarycrossentropy": ("softmax", "sigmoid"),
    "binaryfocalcrossentropy": ("softmax", "sigmoid"),
}
# What Keras takes where a call names no size.
KERAS_BATCH = 32
# Arguments of `fit`, beside its data, that decide what comes of it.
DECIDE_TRAINING = ("batch_size", "shuffle", "class_weight", "steps_per_epoch")
# What Keras and the vocabulary call the share of images that are classified correctly; and names
# of other measures, where the name is all that is known.
ACCURACIES = {
    "acc", "accuracy", "categorical_accuracy", "sparse_categorical_accuracy",
    "CategoricalAccuracy", "SparseCategoricalAccuracy",
}  # fmt: skip
OTHER_ACCURACY = re.compile(r"top|binary|\Aval_")
# What the loss is called in the logs, unless a metric takes its name.
LOSSES = {"loss", "val_loss"}
Beginning = Literal["new", "earlier", "given"]
# Who did a training: the trainer, from a recipe or from a traced graph, or the sandbox itself.
Level = Literal["trained", "traced", "trust"]
UNREADABLE = (
    AttributeError, IndexError, KeyError, OverflowError, RecipeError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variable:
    """The shape and the type of a network's variable, once its values are no longer needed."""

    shape: tuple[int, ...]
    dtype: np.dtype[Any]

    @property
    def size(self) -> int:
        return math.prod(self.shape)


Weights = tuple[NDArray[Any] | Variable, ...]


@dataclass(frozen=True, slots=True)
class FitRecord:
    """One training, in most cases a call of `fit`.

    `epochs` is what it was asked for; `logs` has one value for each epoch that was run, of each
    metric that stayed finite. `start` says what its weights were: "new" ones, those that an
    "earlier" training ended with, or "given" by hand. `before` and `after` identify weights: equal
    ones are equal, and empty ones unknown. `weights` are those at the end, in the order of the
    layers, and in evidence that is judged `Variable`s: no check sees their values. `raised` is the
    exception that ended it. `asked` is the whole call as it was described, if it could be.

    `level` says who did it, and `unrepeatable` why the trainer did not. Of a "traced" one, layers,
    loss and metrics are what the sandbox saw, and the program does not contradict; all else was
    done by the trainer. `order` counts what the
    trainer had answered in this probe before; a training that `goes_on` is the same call of `fit`
    as the one before it. `parts` are epochs of it that were on other data than the last one, or
    asked for otherwise; `all_parts` has that one too. `by_fit` is false where student code trained
    in a loop of its own. Of a training on trust, whatever could not be found out is `UNKNOWN`;
    `counted` are its parameters.
    """

    network: Network | None
    layers: Layers
    loss: str
    from_logits: bool
    optimizer: str
    metrics: tuple[str, ...]
    epochs: int
    images: DataSeen | None
    labels: DataSeen | None
    validation: DataSeen | None
    logs: Mapping[str, tuple[float, ...]]
    raised: Raised | None
    weights: Weights | None = field(compare=False)
    start: Beginning
    new_optimizer: bool
    before: str
    after: str
    level: Level
    unrepeatable: Message | None = None
    validation_labels: DataSeen | None = None
    sample_weight: DataSeen | None = None
    asked: Fit | None = None
    order: int = 0
    goes_on: bool = False
    by_fit: bool = True
    counted: int = UNKNOWN
    # How many epochs the trainer did; what a child says of epochs is what it asked for.
    done: int | None = None
    # How many of them had a learning rate of 0, or of next to nothing.
    idle: int = 0
    # Whether no weight moved by more than rounding, whatever the reason is.
    still: bool = False
    # After how many batches callbacks ended the epoch, or set the learning rate to 0.
    cut: int | None = None
    parts: tuple[FitRecord, ...] = ()

    @property
    def epochs_run(self) -> int:
        """How many epochs there were: what the trainer did, or what a report has logs of."""
        if self.done is not None:
            return self.done
        return max(map(len, self.logs.values()), default=self.epochs)

    @property
    def all_parts(self) -> tuple[FitRecord, ...]:
        """Its epochs, as far as they differ in what they were on; see `parts`."""
        return (*self.parts, self)

    @property
    def learning_rate(self) -> Any:
        """The optimiser's when the last epoch began; not known of a schedule."""
        compiled = self.asked.compiled if self.asked else None
        rate = compiled.optimizer.numbers.get("learning_rate") if compiled else None
        return rate if isinstance(rate, float) else UNKNOWN

    @property
    def batch_size(self) -> Any:
        """How many images a step takes, but perhaps the last; not known of uneven steps."""
        asked = self.asked
        if asked is None:
            return UNKNOWN
        if asked.drawn is not None:
            return asked.drawn.size or UNKNOWN
        count = asked.training.images.shape[0]
        if asked.batch_size is None and asked.steps_per_epoch:
            return -(-count // asked.steps_per_epoch)
        return asked.batch_size or KERAS_BATCH

    @property
    def steps(self) -> Any:
        """How many batches an epoch has, if nothing ends it before."""
        asked = self.asked
        if asked is None:
            return UNKNOWN
        if asked.drawn is not None:
            return asked.drawn.ends.shape[0]
        return asked.steps_per_epoch or -(-asked.training.images.shape[0] // self.batch_size)

    def is_on_pairs_of(self, other: FitRecord) -> bool:
        """Whether it is on the images of another one, each with its label, in any order."""
        return _same_pairs((self.images, self.labels), (other.images, other.labels))

    def goes_through_the_same(self, other: FitRecord) -> bool:
        """Whether another one's epochs are on the same in every way that `fit` decides."""
        validations = [(one.validation, one.validation_labels) for one in (self, other)]
        return (
            self.is_on_pairs_of(other)
            and _same_pairs(*validations)
            and known(self.sample_weight, None) == known(other.sample_weight, None)
            and self.cut == other.cut
            and self._decided() == other._decided()
        )

    def _decided(self) -> tuple[Any, ...]:
        """What the call said of how images count, and of the batches of an epoch."""
        if self.asked is None:
            return ()
        compiled = self.asked.compiled
        loss = (compiled.loss, compiled.loss_weight) if compiled else ()
        return loss, *(getattr(self.asked, name) for name in DECIDE_TRAINING)

    def goes_on_from(self, earlier: FitRecord) -> bool:
        """Whether it started from the weights that an earlier training ended with."""
        return bool(self.before) and self.before == earlier.after

    def series(self, name: str) -> tuple[float, ...]:
        """The logs of that name, of the accuracy by whatever name; raises `Failure`."""
        if name in LOSSES and self.level == "trained" and not LOSSES.isdisjoint(self.metrics):
            raise Failure("fit.metric_named_loss")
        wanted = self.accuracies() if name == "accuracy" else {name}
        names = [log for log in self.logs if log in wanted]
        if not names:
            if name == "loss":
                raise Failure("fit.losses_not_finite")
            if kind := self._kind_of_metric(name):
                raise Failure("fit.other_metric", series=name, kind=kind)
            seen = message("value.keys", keys=[*self.logs]) if self.logs else message("value.none")
            raise Failure("fit.series", series=name, seen=seen)
        return self.logs[names[0]]

    def _kind_of_metric(self, name: str) -> str:
        """The class of Keras whose metric was given a name that is logged; empty if none was."""
        compiled = self.asked.compiled if self.asked else None
        metrics = compiled.metrics if compiled else ()
        found = [one.kind for one in metrics if not isinstance(one, str) and one.name == name]
        return found[0] if found and name in self.logs else ""

    def accuracies(self) -> set[str]:
        """The names of the metrics that are the share of images classified correctly."""
        if self.network is None or self.asked is None or self.asked.compiled is None:
            return {log for log in self.logs if "acc" in log and not OTHER_ACCURACY.search(log)}
        metrics = self.asked.compiled.metrics
        kinds = {one if isinstance(one, str) else one.name: one for one in metrics}
        return {
            name
            for name, one in kinds.items()
            if (one if isinstance(one, str) else one.kind) in ACCURACIES
        }

    def with_held_back(self) -> FitRecord:
        """The same as if on all that `fit` was called with, where it held back a part itself."""
        parts = ((self.images, self.validation), (self.labels, self.validation_labels))
        whole = [part.with_rows_of(kept) for part, kept in parts if part and kept]
        if len(whole) < len(parts):
            return self
        before = tuple(part.with_held_back() for part in self.parts)
        return replace(self, images=whole[0], labels=whole[1], parts=before)

    def check_output(self, classes: int) -> None:
        """The last layer has an output per class, of the kind the loss expects; or `Failure`.

        What a loss of the student's own expects is not known.
        """
        output = self.layers.output
        if output is None or output.units != classes:
            raise Failure("layers.outputs", classes=classes, seen=self.layers.in_words)
        self.check_activation(output)

    def check_activation(self, output: Layer) -> None:
        """The output layer makes of its sums what the loss expects; raises `Failure`."""
        fitting = LOGITS if self.from_logits else OUTPUTS_OF.get(_plain_name(self.loss), ())
        if fitting and output.activation not in fitting:
            name = "layers.logits_activation" if self.from_logits else "layers.output_activation"
            raise Failure(name, expected=fitting[0], seen=output.activation)

    def has_loss(self, name: str) -> bool:
        """Whether its loss is that function of Keras, given by name or as an object."""
        return _plain_name(self.loss) == _plain_name(name)

    def differs_in(self, other: FitRecord, *, beside: Collection[str] = ()) -> str:
        """What differs between two trainings beside data and their scaling; empty if nothing does.

        That is an argument of `compile` or `fit`, or "layers"; metrics train nothing. What is
        `beside` may differ.
        """
        alike = zip_longest(self.parts, other.parts)
        both = [*((one or self, another or other) for one, another in alike), (self, other)]
        return next(filter(None, (_difference(*parts, beside) for parts in both)), "")

    def differs_beside_rate_in(self, other: FitRecord, *, beside: Collection[str] = ()) -> str:
        """The same, where optimisers are of one kind but may be at other rates at the end."""
        differs = self.differs_in(other, beside=("optimizer", *beside))
        return differs or ("optimizer" if self.optimizer != other.optimizer else "")

    def parameters(self) -> int:
        """How many weights and biases the network has; raises `Failure` where it is not known."""
        if self.weights is None and self.level == "trust":
            return self.counted
        if self.weights is None:
            raise Failure("report.no_weights")
        return sum(array.size for array in self.weights if array.dtype.kind == "f")


def _plain_name(loss: str) -> str:
    return loss.replace("_", "").lower()


def _difference(one: FitRecord, other: FitRecord, beside: Collection[str]) -> str:
    """What two trainings differ in, each of which is on the same throughout."""
    own, others = one.asked, other.asked
    if own is None or others is None:
        return ""
    pairs = {
        "layers": _layers_of(one, other),
        "optimizer": (
            own.compiled and own.compiled.optimizer,
            others.compiled and others.compiled.optimizer,
        ),
        "loss": (_measure(one), _measure(other)),
        **{name: (getattr(own, name), getattr(others, name)) for name in DECIDE_TRAINING},
    }
    differ = (name for name, (one, another) in pairs.items() if one != another)
    return next((name for name in differ if name not in beside), "")


def _measure(fit: FitRecord) -> tuple[Any, ...]:
    """The loss by name, and what makes its numbers larger or smaller where the answers are alike.

    A loss that is given by name is an object with nothing said.
    """
    compiled = fit.asked.compiled if fit.asked else None
    loss = compiled.loss if compiled else None
    weight = compiled.loss_weight if compiled else None
    name = _plain_name(known(fit.loss, ""))
    said = loss if isinstance(loss, Loss) else Loss("SparseCategoricalCrossentropy")
    reduction = "sum" if said.reduction == "sum" else "mean"
    numbers = {name: number for name, number in said.numbers.items() if number is not None}
    classes = fit.asked.class_weight if fit.asked else ()
    images = known(fit.sample_weight, None)
    return (
        (name, known(fit.from_logits, None), reduction, said.label_smoothing, numbers),
        1.0 if weight is None else weight,
        {number for _class, number in classes} or {1.0},
        (1.0, 1.0) if images is None else (images.minimum, images.maximum),
    )


def penalties(fit: FitRecord) -> Counter[str]:
    """What counts in the loss whatever the images are, the sizes of weights or of outputs."""
    layers = fit.network.layers if fit.network else ()
    found = [
        str(getattr(layer, name))
        for layer in layers
        for name in layer.__struct_fields__
        if name.endswith("_regularizer") and getattr(layer, name) is not None
    ]
    found += [str(one) for one in layers if type(one).__name__ == "ActivityRegularization"]
    return Counter(found)


def _layers_of(one: FitRecord, other: FitRecord) -> tuple[Any, Any]:
    """What of the layers of two trainings should be alike."""
    both = [fit.asked for fit in (one, other) if fit.network is not None and fit.asked]
    if len(both) > 1:
        return _core(both[0]), _core(both[1])
    # What activations are seen depends on the images too.
    own, others = ([layer.units for layer in fit.layers.dense] for fit in (one, other))
    return own, others


def _core(fit: Fit) -> list[Any]:
    """The layers behind those that scale or reshape the images."""
    layers = list(fit.network.layers)
    while layers and type(layers[0]).__name__ in ("Rescaling", *FLATTENING):
        del layers[0]
    return layers


def in_order(claims: Sequence[FitRecord], facts: Sequence[FitRecord]) -> tuple[FitRecord, ...]:
    """The trainings of a probe in the order in which they happened.

    A claim says how many answers of the trainer came before it; nothing but order follows from it.
    One that goes on joins the training before it: the trainer did the first epochs of that call.
    """
    merged: list[FitRecord] = []
    for fit in sorted([*claims, *facts], key=lambda each: each.order):
        merged.append(continued(merged.pop(), fit) if fit.goes_on and merged else fit)
    return tuple(merged)


def continued(earlier: FitRecord, later: FitRecord) -> FitRecord:
    """Two parts of one call of `fit` as one training, which is worth as much as the later one.

    What the earlier one was on is kept beside it where that was something else.
    """
    own = () if later.goes_through_the_same(earlier) else (replace(earlier, parts=()),)
    names = {**earlier.logs, **later.logs}
    known_of_both = earlier.done is not None and later.done is not None
    done = (earlier.done or 0) + (later.done or 0) if known_of_both else None
    return replace(
        later,
        epochs=earlier.epochs,
        logs={name: (*earlier.logs.get(name, ()), *later.logs.get(name, ())) for name in names},
        start=earlier.start,
        new_optimizer=earlier.new_optimizer,
        before=earlier.before,
        order=earlier.order,
        done=done,
        idle=earlier.idle + later.idle,
        still=earlier.still and later.still,
        parts=(*earlier.parts, *own, *later.parts),
    )


def check_new_fits(
    fits: Sequence[FitRecord], count: int, epochs: int, *, in_any_way: bool = False
) -> None:
    """So many new models were trained, in a call of `fit` each, for so many epochs; `Failure`.

    Training `in_any_way` may be a loop of one's own as well.
    """
    calls = sum(fit.by_fit or in_any_way for fit in fits)
    if not len(fits) == calls == count:
        raise Failure("fit.calls", expected=count, seen=calls)
    if not all_fresh(fits):
        raise Failure(_not_fresh(fits))
    for fit in fits:
        if fit.epochs != epochs:
            step = {"hint": message("fit.other_epochs", count=epochs)} if fit.epochs != 1 else {}
            raise Failure("fit.epochs", expected=epochs, seen=fit.epochs, **step)
        if fit.epochs_run != epochs:
            raise Failure("fit.epochs_run", expected=epochs, seen=fit.epochs_run)
        # A schedule may begin or end at 0, and a rate of 0 throughout is for others to find.
        if epochs / 2 < fit.idle < epochs:
            raise Failure("fit.idle_epochs", count=epochs, seen=fit.idle)


def check_moves(fit: FitRecord) -> None:
    """The training moved weights, if the trainer did it; raises `Failure`."""
    if fit.still:
        raise Failure("fit.idle_epochs", count=fit.epochs_run, seen=fit.epochs_run)


def check_comparable(one: FitRecord, other: FitRecord) -> None:
    """The losses of two trainings say which of them learnt more; raises `Failure`.

    Each of them moved weights, and both losses are measured in the same way.
    """
    for fit in (one, other):
        check_moves(fit)
    if one.asked is None or other.asked is None:
        return
    if _measure(one) != _measure(other) or penalties(one) != penalties(other):
        raise Failure("fit.other_measure")


def _not_fresh(fits: Sequence[FitRecord]) -> str:
    """The message for trainings that do not all begin with new models, by what is not new."""
    for place, fit in enumerate(fits):
        is_new = known(fit.new_optimizer, None)
        goes_on = any(map(fit.goes_on_from, fits[:place]))
        if goes_on and is_new is True:
            return "fit.new_layers"
        if not goes_on and is_new is False and known(fit.start, "") == "new":
            return "fit.new_optimizers"
    go_on = any(any(map(fit.goes_on_from, fits[:place])) for place, fit in enumerate(fits))
    if not go_on and any(known(fit.start, "") == "earlier" for fit in fits):
        return "fit.model_of_earlier_call"
    return "fit.new_models"


def check_own_models(fits: Sequence[FitRecord], step: Mapping[str, Value] | None = None) -> None:
    """No training goes on with the model of another one; raises `Failure`, with the step given."""
    for place, fit in enumerate(fits):
        if any(fit.goes_on_from(earlier) for earlier in fits[:place]):
            compiled_again = known(fit.new_optimizer, None) is True
            name = "fit.same_layers" if compiled_again else "fit.same_model"
            raise Failure(name, **(step or {}))


def join_fits(fits: Sequence[FitRecord]) -> list[FitRecord]:
    """The trainings, where a call of `fit` that goes on with all of another one is part of it."""
    joined: list[FitRecord] = []
    for fit in fits:
        places = [place for place, one in enumerate(joined) if _goes_on(fit, one)]
        if places:
            earlier = joined[places[0]]
            epochs = earlier.epochs + fit.epochs
            joined[places[0]] = replace(continued(earlier, fit), epochs=epochs)
        else:
            joined.append(fit)
    return joined


def _goes_on(fit: FitRecord, earlier: FitRecord) -> bool:
    return (
        fit.goes_on_from(earlier)
        and not fit.new_optimizer
        and fit.network == earlier.network
        and fit.is_on_pairs_of(earlier)
    )


def _same_pairs(
    one: tuple[DataSeen | None, DataSeen | None], other: tuple[DataSeen | None, DataSeen | None]
) -> bool:
    """Whether these are the same images, scaled alike, each with its label, in any order."""
    first, second = ([known(part, None) for part in pairs] for pairs in (one, other))
    if first == second:
        return True
    if first[0] is None or second[0] is None or not first[0].is_scaled_like(second[0]):
        return False
    counted = [_counted(*pairs) for pairs in (first, second)]
    return counted[0] is not None and counted[0] == counted[1]


def _counted(images: DataSeen | None, labels: DataSeen | None) -> Counter[tuple[int, int]] | None:
    """How often each image has each label; `None` where the rows are not known."""
    if images is None or labels is None or not images.rows or not labels.rows:
        return None
    return Counter(zip(images.digests().tolist(), labels.digests().tolist(), strict=False))


def loss_ratio(loss: float, other: float) -> float:
    """A loss as a share of another one; raises `Failure` unless that is above 0."""
    if not other > 0:
        raise Failure("fit.loss_not_positive", seen=shown(other))
    return loss / other


def all_fresh(trainings: Sequence[FitRecord]) -> bool:
    """Whether each training began with a new model: none goes on where another one ended."""
    return all(
        training.start == "new"
        and training.new_optimizer
        and not any(training.goes_on_from(earlier) for earlier in trainings[:place])
        for place, training in enumerate(trainings)
    )


def is_learnt(trainings: Sequence[FitRecord]) -> bool:
    """Whether the last network learnt all it knows in these trainings, nothing set by hand."""
    place = len(trainings) - 1
    while True:
        last = trainings[place]
        earlier = [number for number in range(place) if last.goes_on_from(trainings[number])]
        if not earlier:
            return last.start == "new"
        place = earlier[-1]


def same_series(reported: Any, recorded: Sequence[float], name: str, /, **values: Value) -> None:
    """`reported` are the recorded numbers, perhaps rounded to three places; raises `Failure`."""
    series = as_numbers(reported, name, **values)
    pairs = list(zip(series, recorded, strict=False))
    alike = len(series) == len(recorded)
    if not alike or not all(
        math.isclose(*pair, rel_tol=SAME_NUMBER, abs_tol=SAME_NUMBER) for pair in pairs
    ):
        if alike and all(math.isclose(*pair, rel_tol=ROUNDED_MUCH) for pair in pairs):
            values = {**values, "hint": message("hint.without_rounding")}
        expected = message("value.own_numbers", count=len(recorded))
        raise Failure(name, **{**values, "expected": expected, "seen": shown(list(series))})


def lost_by_rounding(number: float) -> float:
    """How much a number may be off that was rounded to as many places as it shows."""
    places = next((n for n in range(MOST_PLACES) if round(number, n) == number), MOST_PLACES)
    return 0.5 * 10.0**-places


def fit_of(  # noqa: PLR0913 - all of them by name, as a record has them
    fit: Fit,
    *,
    epochs: int,
    images: DataSeen | None,
    labels: DataSeen | None,
    validation: DataSeen | None,
    validation_labels: DataSeen | None = None,
    sample_weight: DataSeen | None = None,
    logs: Mapping[str, Sequence[float]],
    raised: Raised | None,
    weights: Weights | None,
    start: Beginning,
    new_optimizer: bool,
    before: str,
    after: str,
    level: Level,
) -> FitRecord:
    """A training from what was asked for and what came of it."""
    compiled = fit.compiled
    loss = compiled.loss if compiled and compiled.loss else ""
    metrics = compiled.metrics if compiled else ()
    return FitRecord(
        network=fit.network,
        layers=layers_of(fit.network, fit.training.images.shape[1:]),
        loss=loss if isinstance(loss, str) else loss.kind,
        from_logits=not isinstance(loss, str) and loss.from_logits,
        optimizer=compiled.optimizer.kind if compiled else "",
        metrics=tuple(item if isinstance(item, str) else item.name for item in metrics),
        epochs=epochs,
        images=images,
        labels=labels,
        validation=validation,
        logs=finite_logs(logs),
        raised=raised,
        weights=weights,
        start=start,
        new_optimizer=new_optimizer,
        before=before,
        after=after,
        level=level,
        validation_labels=validation_labels,
        sample_weight=sample_weight,
        asked=fit,
    )


def finite_logs(item: Mapping[Any, Any]) -> dict[str, tuple[float, ...]]:
    """The series that are finite throughout; one that diverged must not spoil the others."""
    logs = {}
    for name, series in item.items():
        with contextlib.suppress(Failure):
            numbers = list(series) if isinstance(series, tuple) else series
            logs[str(name)] = as_numbers(numbers, "report.logs")
    return logs
