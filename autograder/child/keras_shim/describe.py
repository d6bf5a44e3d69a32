"""Describes calls of `fit` and `evaluate` in the vocabulary of `recipe`.

Only what the trainer can build itself is described. Everything else raises `RecipeError` with a
clause that says what it is, and trains beside student code.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from typing import Any

import msgspec

from autograder.child.keras_shim.chain import chain_of
from autograder.child.keras_shim.data import Arrays, Rows, rows_of, split_off
from autograder.child.keras_shim.describe_layers import (
    describe_layer,
    describe_loss,
    describe_metric,
    describe_optimizer,
)
from autograder.recipes import recipe, requests
from autograder.wire.errors import RecipeError

KERAS_BATCH = 32


@dataclass(frozen=True, slots=True)
class DescribedFit:
    """One call of `fit`, described.

    `chain` are the model's layers as Keras has them, and `steps` the batches of an epoch, as
    Keras's callbacks are told.
    """

    fit: requests.Fit
    chain: list[Any]
    training: Rows
    validation: Rows | None
    steps: int

    @property
    def shape(self) -> tuple[int, ...]:
        """The shape of one image."""
        return self.training.images.shape[1:]

    def build(self, model: Any) -> None:
        """Makes the model's weights, where it has none yet, as this `fit` would."""
        _build(model, self.training, self.fit.batch_size)

    def build_metrics(self, model: Any) -> None:
        """Makes the metrics that `compile` was given: callbacks ask them which way is better."""
        import keras

        metrics, labels = model._compile_metrics, self.training.labels  # noqa: SLF001 - Keras's own
        if metrics is None or metrics.built or labels is None:
            return
        shape = (None, *self.shape)
        for layer in self.chain:
            shape = layer.compute_output_shape(shape)
        metrics.build(keras.KerasTensor((None, *labels.shape[1:])), keras.KerasTensor(shape))


@dataclass(frozen=True, slots=True)
class AskedOnce:
    """One call of `evaluate`, described; `request` still lacks the weights."""

    request: requests.EvaluateRequest
    chain: list[Any]
    rows: Rows
    steps: int

    def names(self) -> list[str]:
        """The names of the loss and of the metrics, in the order of `compile`."""
        metrics = self.request.compiled.metrics if self.request.compiled else ()
        return ["loss", *(one if isinstance(one, str) else one.name for one in metrics)]

    def build(self, model: Any) -> None:
        """Makes the model's weights, where it has none yet, as this `evaluate` would."""
        _build(model, self.rows, self.request.batch_size)


def describe_fit(model: Any, given: dict[str, Any], arrays: Arrays) -> DescribedFit:
    """The arguments of `Model.fit`, all of them, with what it trains and how it was compiled."""
    training, validation = _training_and_validation(given)
    batch_size = training.batch_size or given["batch_size"]
    validation_batch_size = given["validation_batch_size"]
    if validation is not None and validation.batch_size:
        validation_batch_size = validation.batch_size
    elif training.batch_size and not validation_batch_size and validation is not None:
        # Keras knows no batch size here; the trainer would take that of the training.
        validation_batch_size = given["batch_size"] or KERAS_BATCH
    if training.shuffles is None and given["shuffle"] not in (True, False):
        raise RecipeError("unrepeatable.shuffle")
    if (training.batch_size or (validation and validation.batch_size)) and (
        given["steps_per_epoch"] or given["validation_steps"]
    ):
        raise RecipeError("unrepeatable.steps_of_dataset")
    shape = training.images.shape[1:]
    network, chain = describe_network(model, shape)
    plain = {
        "network": network,
        "compiled": describe_compiled(model),
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
    fit = _checked(plain, requests.Fit)
    count = len(training.images)
    return DescribedFit(
        fit=fit,
        chain=chain,
        training=training,
        validation=validation,
        steps=fit.steps_per_epoch or -(-count // (fit.batch_size or KERAS_BATCH)),
    )


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
    request = _checked(plain, requests.EvaluateRequest)
    size = request.batch_size or KERAS_BATCH
    return AskedOnce(request, chain, rows, steps=request.steps or -(-len(rows.images) // size))


def describe_again(model: Any, asked: DescribedFit) -> requests.Fit:
    """The same call of `fit` an epoch later: callbacks may have changed numbers meanwhile."""
    return msgspec.structs.replace(
        asked.fit,
        network=_describe_chain(model, asked.chain, asked.shape),
        compiled=describe_compiled(model),
    )


def describe_network(model: Any, shape: tuple[int, ...]) -> tuple[recipe.Network, list[Any]]:
    """A model as a chain of layers, and those layers as Keras has them, in the same order.

    `shape` is that of one row of the data. `input_shape` is left out where the model declares
    what the data says anyway, so that the same network has one description. A subclassed model's
    layers are built on the way.
    """
    chain = chain_of(model, shape)
    return _describe_chain(model, chain, shape), chain


def describe_compiled(model: Any) -> recipe.Compiled | None:
    """What `compile` was given, the learning rate as it is now; `None` without `compile`."""
    if not model.compiled:
        return None
    config = model._compile_config.config  # noqa: SLF001 - where Keras keeps it
    for name in ("loss_weights", "weighted_metrics"):
        if config.get(name):
            raise RecipeError("unrepeatable.compile_argument", argument=name)
    metrics = config.get("metrics") or []
    if not isinstance(metrics, (list, tuple)):
        raise RecipeError("unrepeatable.metrics")
    plain = {
        "optimizer": describe_optimizer(model.optimizer),
        "loss": describe_loss(config.get("loss")),
        "metrics": [describe_metric(metric) for metric in metrics],
    }
    compiled: recipe.Compiled = _checked(plain, recipe.Compiled)
    return compiled


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


def _training_and_validation(given: dict[str, Any]) -> tuple[Rows, Rows | None]:
    if given["validation_split"] and given["validation_data"] is None:
        return split_off(given["x"], given["y"], given["sample_weight"], given["validation_split"])
    training = rows_of(given["x"], given["y"], given["sample_weight"])
    validation = given["validation_data"]
    if validation is None:
        return training, None
    if isinstance(validation, list):
        validation = tuple(validation)
    if not isinstance(validation, tuple):
        return training, rows_of(validation)
    if not 1 <= len(validation) <= len(Rows.ARRAYS):
        raise RecipeError("unrepeatable.validation_data")
    return training, rows_of(*validation)


def _describe_chain(model: Any, chain: list[Any], shape: tuple[int, ...]) -> recipe.Network:
    owned = {id(weight) for layer in chain for weight in layer.weights}
    if any(id(weight) not in owned for weight in model.weights):
        raise RecipeError("unrepeatable.own_weights")
    if len({id(layer) for layer in chain}) < len(chain):
        raise RecipeError("unrepeatable.layer_twice")
    plain: dict[str, Any] = {"layers": [describe_layer(layer) for layer in chain]}
    declared = _declared_shape(model)
    if declared is not None and not _fits(declared, shape):
        plain["input_shape"] = list(declared)
    network: recipe.Network = _checked(plain, recipe.Network)
    return network


def _declared_shape(model: Any) -> tuple[int | None, ...] | None:
    try:
        first = model.inputs[0]
    except (AttributeError, IndexError, TypeError):
        return None
    if first.dtype != "float32":
        raise RecipeError("unrepeatable.input_dtype", dtype=str(first.dtype))
    return tuple(first.shape[1:])


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


def _checked(plain: dict[str, Any], kind: Any) -> Any:
    """Plain data as a part of a recipe; raises `RecipeError` where it is none."""
    try:
        return msgspec.convert(plain, kind)
    except (msgspec.ValidationError, OverflowError) as error:
        *_where, name = re.findall(r"\w+", str(error))
        raise RecipeError("unrepeatable.argument_value", argument=name) from error
