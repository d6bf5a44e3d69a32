"""Finds the chain of layers that a Keras model applies.

A model that is no chain of layers raises `RecipeError` with a clause that says why.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from typing import Any

from autograder.wire.errors import RecipeError

# Methods that decide what `fit` and `evaluate` do; a subclass that has its own trains its own way.
KERAS_OWN = (
    "__call__",
    "compute_loss",
    "compute_metrics",
    "evaluate",
    "get_metrics_result",
    "make_test_function",
    "make_train_function",
    "metrics",
    "reset_metrics",
    "test_step",
    "train_step",
)
# Layers that do nothing unless they are told that the model trains.
LEFT_OUT = ("Dropout", "GaussianNoise")


def chain_of(model: Any, shape: tuple[int, ...]) -> list[Any]:
    """The layers of a model from input to output; raises `RecipeError` where it is no chain."""
    import keras
    from keras.src.models.functional import Functional

    for name in KERAS_OWN:
        if getattr(type(model), name) is not getattr(keras.Model, name) or name in vars(model):
            raise RecipeError("unrepeatable.own_method", model=type(model).__name__, method=name)
    call = type(model).call
    if isinstance(model, keras.Sequential) and call is keras.Sequential.call:
        return list(_unfolded(model.layers, shape))
    if isinstance(model, Functional) and call is Functional.call:
        if len(model.inputs) != 1 or len(model.outputs) != 1:
            raise RecipeError("unrepeatable.several_inputs")
        return list(_unfolded(_walk(model.inputs[0], model.outputs[0]), shape))
    return list(_unfolded(_traced(model, shape), shape))


def _unfolded(layers: list[Any], shape: tuple[int, ...]) -> Iterator[Any]:
    import keras

    for layer in layers:
        if isinstance(layer, keras.Model):
            yield from chain_of(layer, shape)
        elif type(layer) is not keras.layers.InputLayer:
            yield layer


def _traced(model: Any, shape: tuple[int, ...]) -> list[Any]:
    """The layers that a written `call` applies, found by calling it on a symbolic input."""
    import keras

    if not model.built and type(model).build is not keras.Model.build:
        _attempt(lambda: model.build((None, *shape)), "unrepeatable.build_alone")
    takes_training = "training" in inspect.signature(model.call).parameters
    chains = []
    for training in (False, True) if takes_training else (None,):
        given = {} if training is None else {"training": training}
        symbolic = keras.Input(shape)
        output = _attempt(
            functools.partial(model.call, symbolic, **given),
            "unrepeatable.call_does_more",
        )
        chains.append(_walk(symbolic, output, bool(training)))
    first, last = chains[0], chains[-1]
    if [id(layer) for layer in first] != [id(layer) for layer in last]:
        raise RecipeError("unrepeatable.other_layers_in_training")
    return first if takes_training else _as_never_told_of_training(first)


def _as_never_told_of_training(layers: list[Any]) -> list[Any]:
    """What a `call` without the argument `training` applies: Keras then leaves out noise."""
    for layer in layers:
        kind = type(layer).__name__
        if kind == "BatchNormalization" or getattr(layer, "layers", None):
            raise RecipeError("unrepeatable.call_without_training", layer=kind)
    return [layer for layer in layers if type(layer).__name__ not in LEFT_OUT]


def _walk(start: Any, end: Any, training: bool | None = None) -> list[Any]:
    """The layers between two symbolic tensors, each of which takes one tensor and nothing else."""
    import keras

    layers: list[Any] = []
    tensor = end
    while tensor is not start:
        history = getattr(tensor, "_keras_history", None)
        if history is None:
            raise RecipeError("unrepeatable.output_from_elsewhere")
        layer = history.operation
        arguments = layer._inbound_nodes[history.node_index].arguments  # noqa: SLF001 - the graph
        if not isinstance(layer, keras.layers.Layer):
            raise RecipeError("unrepeatable.computes_itself", operation=type(layer).__name__)
        others = {**arguments.kwargs}
        if others.pop("training", None) not in (None, training):
            raise RecipeError("unrepeatable.sets_training", layer=type(layer).__name__)
        takes_one = len(arguments.args) == 1 and isinstance(arguments.args[0], keras.KerasTensor)
        if not takes_one or any(value is not None for value in others.values()):
            raise RecipeError("unrepeatable.no_chain")
        layers.append(layer)
        tensor = arguments.args[0]
    return layers[::-1]


def _attempt(function: Callable[[], Any], reason: str) -> Any:
    try:
        return function()
    except Exception as error:
        raise RecipeError(reason) from error
