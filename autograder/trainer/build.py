"""Turns a recipe into a Keras model, and sets its variables; used by the trainer alone.

Constructors are called with plain arguments. Nothing is deserialised.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.wire.errors import RecipeError, RequestTooLarge

# What the outputs of all layers may take for one batch; training needs a small multiple of it.
MOST_OUTPUT_BYTES = 2**30
# A training in which weights move less, as a share of their size, teaches nothing: rounding alone
# is a tenth of it. Weights of no size count as if they had this one.
LEAST_MOVE, USUAL_WEIGHT = 1e-6, 0.01
IN_ORDER = "layers_in_order"


@dataclass(frozen=True, slots=True)
class Start:
    """What an order starts from: a seed, the arrays it names, and values, `None` for new ones."""

    seed: int
    arrays: Mapping[str, NDArray[Any]]
    weights: Sequence[NDArray[Any]] | None
    optimizer: Sequence[NDArray[Any]] | None


def started(
    network: recipe.Network,
    compiled: recipe.Compiled | None,
    images: requests.Data,
    start: Start,
) -> Any:
    """The model with the values it starts from; not built where only training can tell why."""
    import keras

    if 0 in images.shape[1:]:
        # TensorFlow divides by their size, which ends the process.
        raise RecipeError("unrepeatable.no_pixels")
    keras.utils.set_random_seed(start.seed)
    if network.nodes and network.input_shape is None:
        network = msgspec.structs.replace(network, input_shape=images.shape[1:])
    model = build(network)
    if compiled is not None:
        compile_model(model, compiled)
    try:
        if not model.built:
            model.build((None, *images.shape[1:]))
    except ValueError:
        # `fit` finds the same, in the words that a student would read.
        return model
    if start.weights is not None:
        assign(chain_variables(model), start.weights, "network")
    return model


def build(network: recipe.Network) -> Any:
    """The Keras model of a recipe, from the constructors that the recipe names and nothing else."""
    import keras

    if network.nodes and network.input_shape is None:
        raise RecipeError("unrepeatable.no_chain")
    layers = [made(layer) for layer in network.layers]
    if not network.nodes:
        if network.input_shape is not None:
            layers.insert(0, keras.Input(network.input_shape))
        return keras.Sequential(layers)
    tensors = [keras.Input(network.input_shape)]
    for number, *places in network.nodes:
        taken = [tensors[place] for place in places]
        tensors.append(layers[number](taken[0] if len(taken) == 1 else taken))
    model = keras.Model(tensors[0], tensors[-1])
    # Keras has them in an order of its own.
    object.__setattr__(model, IN_ORDER, tuple(layers))
    return model


def made(layer: recipe.LayerRecipe) -> Any:
    """The Keras layer of a recipe."""
    import keras

    return getattr(keras.layers, tag_of(layer))(**arguments(layer))


def compile_model(model: Any, compiled: recipe.Compiled) -> None:
    """Calls `compile` with what the recipe says."""
    model.compile(
        optimizer=optimizer_of(compiled.optimizer),
        loss=_loss_of(compiled.loss),
        metrics=[_metric_of(one) for one in compiled.metrics] or None,
        weighted_metrics=[_metric_of(one) for one in compiled.weighted_metrics] or None,
        loss_weights=compiled.loss_weight,
    )


def optimizer_of(optimizer: recipe.Optimizer) -> Any:
    """The Keras optimiser of a recipe."""
    import keras

    numbers: dict[str, Any] = dict(optimizer.numbers)
    if optimizer.schedule is not None:
        schedules, schedule = keras.optimizers.schedules, optimizer.schedule
        given = {name: _listed(value) for name, value in schedule.numbers.items()}
        numbers["learning_rate"] = getattr(schedules, schedule.kind)(**given)
    made = getattr(keras.optimizers, optimizer.kind)(**numbers)
    if optimizer.loss_scale is not None:
        scale = msgspec.structs.asdict(optimizer.loss_scale)
        return keras.optimizers.LossScaleOptimizer(made, **scale)
    return made


def _loss_of(loss: recipe.Loss | str | None) -> Any:
    import keras

    if not isinstance(loss, recipe.Loss):
        return loss
    return getattr(keras.losses, loss.kind)(**_changed(loss, "numbers"), **loss.numbers)


def _metric_of(metric: recipe.Metric | str) -> Any:
    import keras

    if isinstance(metric, str):
        return metric
    given = {name: _listed(value) for name, value in metric.arguments.items()}
    return getattr(keras.metrics, metric.kind)(**_changed(metric, "arguments"), **given)


def _listed(value: Any) -> Any:
    """Keras asks some of its arguments whether they are lists."""
    return list(value) if isinstance(value, tuple) else value


def tag_of(layer: recipe.LayerRecipe) -> str:
    """The class of `keras.layers` that a recipe names."""
    return str(layer.__struct_config__.tag)


def arguments(layer: recipe.LayerRecipe) -> dict[str, Any]:
    """A layer's arguments, what is an object of Keras's among them made."""
    values = msgspec.structs.asdict(layer)
    given: dict[str, Any]
    for name, value in values.items():
        if isinstance(value, recipe.Initializer):
            seed = {} if value.seed is None else {"seed": value.seed}
            given = {str(one): of for one, of in (*value.numbers.items(), *value.words.items())}
            given |= seed
            values[name] = _object("initializers", value.kind, given)
        elif isinstance(value, recipe.Regularizer):
            values[name] = _object("regularizers", "L1L2", {"l1": value.l1, "l2": value.l2})
        elif isinstance(value, recipe.Constraint):
            given = {str(one): number for one, number in value.numbers.items()}
            if value.axis is not None:
                given["axis"] = list(value.axis)
            values[name] = _object("constraints", value.kind, given)
        elif isinstance(value, recipe.LayerRecipe):
            values[name] = made(value)
    return values


def _object(module: str, kind: str, given: dict[str, Any]) -> Any:
    import keras

    return getattr(getattr(keras, module), kind)(**given)


def _changed(part: recipe.Plain, *without: str) -> dict[str, Any]:
    """The fields that differ from their defaults: not every class takes every argument."""
    plain = requests.to_plain(part)
    return {name: value for name, value in plain.items() if name not in ("kind", *without)}


def chain_variables(model: Any) -> list[Any]:
    """All that the layers hold, in the order of the recipe."""
    layers = getattr(model, IN_ORDER, model.layers)
    return [variable for layer in layers for variable in layer.variables]


def assign(variables: Sequence[Any], values: Any, owner: str) -> None:
    """Sets variables; raises `RecipeError` before the first one where the values do not fit."""
    fits = len(values) == len(variables) and all(
        isinstance(value, np.ndarray)
        and value.shape == tuple(variable.shape)
        and str(value.dtype) == str(variable.dtype)
        for variable, value in zip(variables, values, strict=True)
    )
    if not fits:
        raise RecipeError("unrepeatable.other_start", owner=owner)
    for variable, value in zip(variables, values, strict=True):
        variable.assign(value)


def values_of(variables: Sequence[Any]) -> list[NDArray[Any]]:
    """Copies of what variables hold."""
    return [np.array(variable.numpy()) for variable in variables]


def are_still(before: Sequence[NDArray[Any]], after: Sequence[NDArray[Any]]) -> bool:
    """Whether weights are where they were, but for what is no step.

    How far they moved is a share of their own size, or of a usual one where they are about 0.
    """
    if not after or len(before) != len(after):
        return False
    count = sum(array.size for array in after)
    size = max(_length(map(_wide, before)), USUAL_WEIGHT * math.sqrt(count))
    pairs = zip(before, after, strict=True)
    return _length(_wide(new) - _wide(old) for old, new in pairs) < LEAST_MOVE * size


def _wide(array: NDArray[Any]) -> NDArray[np.float64]:
    return array.astype(np.float64)


def _length(arrays: Iterable[NDArray[np.float64]]) -> float:
    return math.sqrt(sum(float(np.vdot(one, one)) for one in arrays))


def check_outputs(model: Any, batch_size: int, data: requests.Labelled) -> None:
    """Raises `RequestTooLarge` where one batch would not fit into memory."""
    rows = min(batch_size, data.images.shape[0])
    nodes = [node for layer in model.layers for node in layer._inbound_nodes]  # noqa: SLF001
    made = [tensor.shape for node in nodes for tensor in node.outputs]
    shapes = made if model.built else []
    batch_bytes = 4 * rows * sum(math.prod(shape[1:]) for shape in shapes)
    if batch_bytes > MOST_OUTPUT_BYTES:
        raise RequestTooLarge(
            "too_large.outputs",
            images=rows,
            gigabytes=batch_bytes / 2**30,
            most=MOST_OUTPUT_BYTES / 2**30,
        )


def unpack(data: requests.Labelled, arrays: Any) -> tuple[Any, Any, Any]:
    """Images, labels and sample weights as the arrays they name; raises `RecipeError`."""

    def array(part: requests.Data | None) -> Any:
        if part is None:
            return None
        found = arrays.get(part.digest)
        if found is None or found.shape != part.shape or str(found.dtype) != part.dtype:
            raise RecipeError("unrepeatable.other_data")
        return found

    return array(data.images), array(data.labels), array(data.sample_weight)
