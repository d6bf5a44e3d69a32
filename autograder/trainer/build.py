"""Turns a recipe into a Keras model, and sets its variables; used by the trainer alone.

Constructors are called with plain arguments. Nothing is deserialised.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from autograder.recipes import recipe, requests
from autograder.wire.errors import RecipeError, RequestTooLarge

# What the outputs of all layers may take for one batch; training needs a small multiple of it.
MOST_OUTPUT_BYTES = 2**30


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

    layers = [getattr(keras.layers, tag_of(layer))(**arguments(layer)) for layer in network.layers]
    if network.input_shape is not None:
        layers.insert(0, keras.Input(network.input_shape))
    return keras.Sequential(layers)


def compile_model(model: Any, compiled: recipe.Compiled) -> None:
    """Calls `compile` with what the recipe says."""
    import keras

    loss = compiled.loss
    if isinstance(loss, recipe.Loss):
        loss = getattr(keras.losses, loss.kind)(**_changed(loss, "kind"))
    metrics = [
        metric
        if isinstance(metric, str)
        else getattr(keras.metrics, metric.kind)(**_changed(metric, "kind"))
        for metric in compiled.metrics
    ]
    optimizer = getattr(keras.optimizers, compiled.optimizer.kind)(**compiled.optimizer.numbers)
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics or None)


def tag_of(layer: recipe.LayerRecipe) -> str:
    """The class of `keras.layers` that a recipe names."""
    return str(layer.__struct_config__.tag)


def arguments(layer: recipe.LayerRecipe) -> dict[str, Any]:
    """A layer's arguments, the initialisers and regularisers among them as Keras's objects."""
    import keras

    values = msgspec.structs.asdict(layer)
    for name, value in values.items():
        if isinstance(value, recipe.Initializer):
            seed = {} if value.seed is None else {"seed": value.seed}
            values[name] = getattr(keras.initializers, value.kind)(**value.numbers, **seed)
        elif isinstance(value, recipe.Regularizer):
            values[name] = keras.regularizers.L1L2(value.l1, value.l2)
    return values


def _changed(part: recipe.Plain, *without: str) -> dict[str, Any]:
    """The fields that differ from their defaults: not every class takes every argument."""
    plain = requests.to_plain(part)
    return {name: value for name, value in plain.items() if name not in without}


def chain_variables(model: Any) -> list[Any]:
    """All that the layers hold, in the order of the chain."""
    return [variable for layer in model.layers for variable in layer.variables]


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


def check_outputs(model: Any, batch_size: int, data: requests.Labelled) -> None:
    """Raises `RequestTooLarge` where one batch would not fit into memory."""
    rows = min(batch_size, data.images.shape[0])
    shapes = [layer.output.shape for layer in model.layers] if model.built else []
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
