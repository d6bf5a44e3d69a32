"""Describes calls of `fit` and `evaluate` in the vocabulary of `recipe`.

Only what the trainer can build itself is described. Everything else raises `RecipeError` with a
clause that says what it is, and trains beside student code.
"""

from __future__ import annotations

import contextlib
import re
import warnings
from dataclasses import dataclass
from typing import Any, ClassVar

import msgspec

from autograder.child.keras_shim.chain import applied_by
from autograder.child.keras_shim.data import Arrays, Rows, rows_from, rows_of, split_off
from autograder.child.keras_shim.describe_compiled import (
    describe_loss,
    describe_metric,
    describe_optimizer,
)
from autograder.child.keras_shim.describe_layers import describe_layer, weights_learnt_from_data
from autograder.child.keras_shim.drawing import Epoch, Stream, Streams
from autograder.child.keras_shim.provenance import Provenance
from autograder.child.keras_shim.tf_data import is_pipeline
from autograder.recipes import recipe, requests
from autograder.wire.errors import RecipeError

KERAS_BATCH = 32
NO_STREAMS = Streams()


@dataclass(frozen=True, slots=True)
class DescribedFit:
    """One call of `fit`, described.

    `chain` are the model's layers as Keras has them, and `steps` the batches of an epoch, as
    Keras's callbacks are told. `streams` are what further epochs are drawn from.
    """

    is_recipe: ClassVar[bool] = True

    fit: requests.Fit
    chain: list[Any]
    training: Rows
    validation: Rows | None
    steps: int | None
    streams: Streams = NO_STREAMS

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of one image."""
        return self.training.images.shape[1:]

    def with_batches(self, fit: requests.Fit, arrays: Arrays, epoch: int) -> requests.Fit:
        """This `fit` with the batches of one epoch, where they are drawn."""
        streams = self.streams
        if streams.training is not None:
            drawn = _drawn(streams.training.epoch(), arrays)
            fit = msgspec.structs.replace(fit, drawn=drawn)
        if streams.validation is not None and (epoch + 1) % fit.validation_freq == 0:
            streams.validation.reset()
            drawn = _drawn(streams.validation.epoch(), arrays)
            fit = msgspec.structs.replace(fit, validation_drawn=drawn)
        return fit

    def again(self, model: Any) -> requests.Fit:
        """The same call of `fit` an epoch later: callbacks may have changed numbers meanwhile."""
        return msgspec.structs.replace(
            self.fit,
            network=_describe_chain(model, self.chain, self.shape, self.fit.network.nodes),
            compiled=describe_compiled(model),
        )

    def start(
        self, model: Any, provenance: Provenance, arrays: Arrays
    ) -> requests.New | requests.State | requests.Given:
        """Where the training starts from; what has to be built for that is."""
        if not model.built and any(layer.built and layer.weights for layer in self.chain):
            # Layers that another model has built already: Keras says whether they fit here.
            self.build(model)
        if not all(layer.built for layer in self.chain):
            if provenance.is_initial(self.chain):
                return requests.New()
            self.build(model)
        return provenance.start(self.chain, arrays)

    def build(self, model: Any) -> None:
        """Makes the model's weights, where it has none yet, as this `fit` would."""
        _build(model, self.training, self.fit.batch_size)

    def build_metrics(self, model: Any) -> None:
        """Makes the metrics that `compile` was given: callbacks ask them which way is better."""
        import keras

        metrics, labels = model._compile_metrics, self.training.labels  # noqa: SLF001 - Keras's own
        if metrics is None or metrics.built or labels is None:
            return
        made = [(None, *self.shape)]
        for number, *places in self.fit.network.applied():
            taken = [made[place] for place in places]
            shape = taken[0] if len(taken) == 1 else taken
            made.append(self.chain[number].compute_output_shape(shape))
        metrics.build(keras.KerasTensor((None, *labels.shape[1:])), keras.KerasTensor(made[-1]))


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One call of `evaluate`, described; `request` still lacks the weights."""

    request: requests.EvaluateRequest
    chain: list[Any]
    rows: Rows
    steps: int

    def names(self) -> list[str]:
        """The names of the loss and of the metrics, in the order of `compile`."""
        compiled = self.request.compiled
        metrics = (*compiled.metrics, *compiled.weighted_metrics) if compiled else ()
        return ["loss", *(one if isinstance(one, str) else one.name for one in metrics)]

    def build(self, model: Any) -> None:
        """Makes the model's weights, where it has none yet, as this `evaluate` would."""
        _build(model, self.rows, self.request.batch_size)


@dataclass(frozen=True, slots=True)
class GivenRows:
    """What one call of `fit` trains on and validates on, and the streams that are needed for it."""

    training: Rows
    validation: Rows | None
    streams: Streams

    @classmethod
    def of(cls, given: dict[str, Any], streams: Streams | None = None) -> GivenRows:
        """Those of a call, whose `streams` are what could be drawn from; raises `RecipeError`."""
        return cls(*_training_and_validation(given, streams or Streams.of(given)))


def describe_fit(
    model: Any, given: dict[str, Any], arrays: Arrays, rows: GivenRows | None = None
) -> DescribedFit:
    """The arguments of `Model.fit`, all of them, with what it trains and how it was compiled."""
    rows = GivenRows.of(given) if rows is None else rows
    network, chain = describe_network(model, rows.training.images.shape[1:])
    plain = {
        "network": network,
        "compiled": describe_compiled(model),
        **plain_arguments(given, rows, arrays),
    }
    fit = checked(plain, requests.Fit)
    return DescribedFit(
        fit=fit,
        chain=chain,
        training=rows.training,
        validation=rows.validation,
        steps=steps_of(fit, rows.training, rows.streams.training),
        streams=rows.streams,
    )


def plain_arguments(given: dict[str, Any], rows: GivenRows, arrays: Arrays) -> dict[str, Any]:
    """The arguments of `Model.fit`, all of them, and its data; raises `RecipeError`."""
    training, validation, streams = rows.training, rows.validation, rows.streams
    batch_size = training.batch_size or given["batch_size"]
    validation_batch_size = given["validation_batch_size"]
    if validation is not None and validation.batch_size:
        validation_batch_size = validation.batch_size
    elif training.batch_size and not validation_batch_size and validation is not None:
        # Keras knows no batch size here; the trainer would take that of the training.
        validation_batch_size = given["batch_size"] or KERAS_BATCH
    if training.shuffles is None and given["shuffle"] not in (True, False):
        raise RecipeError("unrepeatable.shuffle")
    plain = {
        "training": arrays.labelled(training),
        "validation": None if validation is None else arrays.labelled(validation),
        "batch_size": _count(batch_size),
        "shuffle": bool(given["shuffle"]) if training.shuffles is None else training.shuffles,
        "class_weight": _class_weight(given["class_weight"]),
        "steps_per_epoch": _count(given["steps_per_epoch"]),
        "validation_batch_size": _count(validation_batch_size),
        "validation_steps": _count(given["validation_steps"]),
        "validation_freq": given["validation_freq"],
    }
    if streams.training is not None:
        # The batches are what they are.
        plain |= {"batch_size": None, "shuffle": False, "class_weight": [], "steps_per_epoch": None}
    if streams.validation is not None:
        plain |= {"validation_batch_size": None, "validation_steps": None}
    return plain


def steps_of(fit: requests.Fit, training: Rows, stream: Stream | None) -> int | None:
    """The batches of an epoch, where they are known before it."""
    if stream is not None:
        return stream.count
    return fit.steps_per_epoch or -(-len(training.images) // (fit.batch_size or KERAS_BATCH))


def describe_evaluate(model: Any, given: dict[str, Any], arrays: Arrays) -> AskedOnce:
    """The arguments of `Model.evaluate`, all of them, with what it is asked of."""
    rows = rows_of(given["x"], given["y"], given["sample_weight"])
    if rows.batch_size and given["steps"]:
        raise RecipeError("unrepeatable.steps_of_dataset")
    network, chain = describe_network(model, rows.images.shape[1:])
    plain = {
        "network": network,
        "compiled": describe_compiled(model),
        "data": arrays.labelled(rows),
        "batch_size": _count(rows.batch_size or given["batch_size"]),
        "steps": _count(given["steps"]),
    }
    request = checked(plain, requests.EvaluateRequest)
    size = request.batch_size or KERAS_BATCH
    return AskedOnce(request, chain, rows, steps=request.steps or -(-len(rows.images) // size))


def describe_network(model: Any, shape: tuple[int, ...]) -> tuple[recipe.Network, list[Any]]:
    """A model as layers of the vocabulary, and those layers as Keras has them, in the same order.

    `shape` is that of one row of the data. `input_shape` is left out where the model declares
    what the data says anyway, so that the same network has one description. A subclassed model's
    layers are built on the way.
    """
    applied = applied_by(model, shape)
    nodes = () if applied.is_chain else tuple(applied.nodes)
    return _describe_chain(model, applied.layers, shape, nodes), applied.layers


def describe_compiled(model: Any) -> recipe.Compiled | None:
    """What `compile` was given, the learning rate as it is now; `None` without `compile`."""
    if not model.compiled:
        return None
    config = model._compile_config.config  # noqa: SLF001 - where Keras keeps it
    plain = {
        "optimizer": describe_optimizer(model.optimizer),
        "loss": describe_loss(_only(config.get("loss"), model)),
        "metrics": _metrics(config.get("metrics")),
        "weighted_metrics": _metrics(config.get("weighted_metrics")),
        "loss_weight": _only(config.get("loss_weights"), model),
    }
    compiled: recipe.Compiled = checked(plain, recipe.Compiled)
    return compiled


def _metrics(given: Any) -> list[Any]:
    """The metrics of the one output: Keras takes them out of whatever holds them."""
    import keras

    return [describe_metric(metric) for metric in keras.tree.flatten(given or [])]


def _only(given: Any, model: Any) -> Any:
    """What is meant for the one output of a model, in a list, under its name, or alone."""
    if isinstance(given, dict):
        if list(given) != list(getattr(model, "output_names", None) or ()):
            raise RecipeError("unrepeatable.compile_argument", argument="loss")
        given = list(given.values())
    if isinstance(given, (list, tuple)):
        if len(given) != 1:
            raise RecipeError("unrepeatable.compile_argument", argument="loss")
        return given[0]
    return given


def _build(model: Any, rows: Rows, batch_size: int | None) -> None:
    import keras

    if model.built:
        return
    size = batch_size or KERAS_BATCH
    # Keras tells a model the size of its batches where all are of one size.
    static = None if len(rows.images) % size or not isinstance(model, keras.Sequential) else size
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.build((static, *rows.images.shape[1:]))


def _drawn(epoch: Epoch, arrays: Arrays) -> requests.Drawn:
    more = None if epoch.more is None else arrays.labelled(rows_from(epoch.more))
    rows, ends = arrays.data_of(epoch.rows), arrays.data_of(epoch.ends)
    return requests.Drawn(rows, ends, more, epoch.even, requests.size_of(epoch.ends))


def _training_and_validation(
    given: dict[str, Any], streams: Streams
) -> tuple[Rows, Rows | None, Streams]:
    """What is trained on, what validates, and the streams that are needed."""
    if given["validation_split"] and given["validation_data"] is None:
        data = given["x"], given["y"], given["sample_weight"]
        return *split_off(*data, given["validation_split"]), Streams()
    if streams.training is None:
        training, drawn = rows_of(given["x"], given["y"], given["sample_weight"]), None
    elif given["y"] is not None or given["sample_weight"] is not None:
        raise RecipeError("unrepeatable.labels_beside_dataset")
    else:
        training, drawn = _read_or_drawn(given["x"], given["steps_per_epoch"], streams.training)
    validation = given["validation_data"]
    if streams.validation is not None:
        steps = given["validation_steps"]
        held_back, held_drawn = _read_or_drawn(validation, steps, streams.validation)
        return training, held_back, Streams(drawn, held_drawn)
    if validation is None:
        return training, None, Streams(drawn)
    if not isinstance(validation, (list, tuple)):
        return training, rows_of(validation), Streams(drawn)
    if not 1 <= len(validation) <= len(Rows.ARRAYS):
        raise RecipeError("unrepeatable.validation_data")
    return training, rows_of(*validation), Streams(drawn)


def _read_or_drawn(data: Any, steps: Any, stream: Stream) -> tuple[Rows, Stream | None]:
    """The rows of a pipeline that only deals them out; those that any other gives at first."""
    if is_pipeline(data) and not steps:
        with contextlib.suppress(RecipeError):
            return rows_of(data), None
    stream.begin()
    return rows_from(stream.first), stream


def _describe_chain(
    model: Any,
    chain: list[Any],
    shape: tuple[int, ...],
    nodes: tuple[tuple[int, ...], ...],
) -> recipe.Network:
    owned = {id(weight) for layer in chain for weight in layer.weights}
    owned |= weights_learnt_from_data(model)
    if any(id(weight) not in owned for weight in model.weights):
        raise RecipeError("unrepeatable.own_weights")
    plain: dict[str, Any] = {"layers": [describe_layer(layer) for layer in chain]}
    if nodes:
        plain["nodes"] = nodes
    declared = _declared_shape(model)
    if declared is not None and not _fits(declared, shape):
        plain["input_shape"] = list(declared)
    network: recipe.Network = checked(plain, recipe.Network)
    return network


def _declared_shape(model: Any) -> tuple[int | None, ...] | None:
    try:
        first = model.inputs[0]
    except (AttributeError, IndexError, TypeError):
        return None
    if first.dtype != "float32" and first.dtype != _dtype_of_first(model):
        raise RecipeError("unrepeatable.input_dtype", dtype=str(first.dtype))
    return tuple(first.shape[1:])


def _dtype_of_first(model: Any) -> str:
    """What the first layer computes in, which a `Sequential` model makes its input of."""
    import keras

    layers = model.layers if isinstance(model, keras.Sequential) else []
    return str(layers[0].compute_dtype) if layers else ""


def _fits(declared: tuple[int | None, ...], shape: tuple[int, ...]) -> bool:
    return len(declared) == len(shape) and all(
        length in (None, actual) for length, actual in zip(declared, shape, strict=True)
    )


def _class_weight(given: Any) -> list[list[Any]]:
    if given is None:
        return []
    try:
        return [[int(number), float(weight)] for number, weight in sorted(given.items())]
    except (AttributeError, TypeError, ValueError) as error:
        raise RecipeError("unrepeatable.class_weights") from error


def _count(given: Any) -> Any:
    """A number of rows or steps as Python has it; Keras takes 0 for none."""
    if given is None or isinstance(given, bool):
        return given or None
    try:
        return int(given) if int(given) == given and given else given or None
    except (TypeError, ValueError):
        return given


def checked(plain: dict[str, Any], kind: Any) -> Any:
    """Plain data as a part of a recipe; raises `RecipeError` where it is none."""
    try:
        return msgspec.convert(plain, kind)
    except (msgspec.ValidationError, OverflowError) as error:
        *_where, name = re.findall(r"\w+", str(error))
        raise RecipeError("unrepeatable.argument_value", argument=name) from error
