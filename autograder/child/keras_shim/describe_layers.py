"""Describes Keras's layers in words of `recipe`; in the sandbox.

What comes out is plain data that `recipe` still has to accept. An object of any class but Keras's
own, or with an argument for which the vocabulary has no word, raises `RecipeError` with a clause.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, get_args

import numpy as np

from autograder.recipes import recipe
from autograder.wire.errors import RecipeError

# What the vocabulary has no word for must be as Keras has it.
ACTIVATION_DEFAULTS = {"axis": -1, "trainable": True, "negative_slope": 0.0, "threshold": 0.0}
# TensorFlow's names for what Keras calls otherwise.
TENSORFLOW_NAMES = {"silu": ("silu", "swish")}
# What computes something else under the same name.
OTHERWISE = {"gelu": ("keras.ops",)}
# Arguments that a layer keeps as functions or objects.
OBJECTS = ("activation", "_initializer", "_regularizer", "_constraint")
# What every layer has and is looked at apart, and what only matters behind a mask.
ALWAYS = ("name", "dtype", "trainable", "zero_output_for_mask")
# Layers whose activation comes last, so that a layer behind them does the same.
ACTIVATED_LAST = ("Conv1D", "Conv2D", "Dense", "DepthwiseConv2D", "SeparableConv2D")


def describe_layer(layer: Any) -> dict[str, Any]:
    """A layer's class and arguments; raises `RecipeError`."""
    import keras

    kind = type(layer).__name__
    if kind not in recipe.LAYERS or type(layer) is not getattr(keras.layers, kind):
        raise RecipeError("unrepeatable.unknown_part", part="layer", name=kind)
    dtype = layer.dtype_policy.name
    if dtype not in get_args(recipe.Policy):
        raise RecipeError("unrepeatable.computes_in", part="layer", name=kind, dtype=dtype)
    if not layer.trainable:
        raise RecipeError("unrepeatable.frozen", layer=kind)
    known = recipe.LAYERS[kind]
    fields = [name for name in known.__struct_fields__ if name != "dtype"]
    objects = {name: _object(layer, name) for name in fields if name.endswith(OBJECTS)}
    config = layer.get_config()
    if kind != "ActivityRegularization":
        config["activity_regularizer"] = layer.activity_regularizer
    described = {"kind": kind, "dtype": dtype}
    if kind == "Bidirectional":
        described |= _describe_both_ways(layer)
        config |= {"layer": None, "backward_layer": None}
    elif kind == "Normalization":
        described |= _describe_normalization(layer)
    else:
        described |= {name: plain(config[name]) for name in fields} | objects
    only_defaults(config, {*fields, *ALWAYS}, known.FIXED, "layer", kind)
    return described


def activation_behind(layer: Any) -> Any:
    """A layer of Keras that another one was given as its activation, and that comes behind it."""
    import keras

    activation = getattr(layer, "activation", None)
    if type(layer).__name__ not in ACTIVATED_LAST or layer.activity_regularizer is not None:
        return None
    kinds = (keras.layers.ReLU, keras.layers.LeakyReLU, keras.layers.ELU, keras.layers.Softmax)
    return activation if type(activation) in kinds and not _named_layer(activation) else None


def adapted(layer: Any) -> Any:
    """What stands for a layer that was adapted to data: one with the same numbers, as arguments.

    Any other layer stands for itself.
    """
    import keras

    if type(layer) is not keras.layers.Normalization or layer.input_mean is not None:
        return layer
    if not layer.built or layer.mean is None:
        return layer
    given = layer.get_config()
    axes = _axes(layer)
    for name in ("mean", "variance"):
        values = getattr(layer, name).numpy().reshape(-1)
        given[name] = values.tolist() if axes else float(values[0])
    return keras.layers.Normalization.from_config(given)


def weights_learnt_from_data(model: Any) -> set[int]:
    """The weights that `adapt` sets, by identity."""
    import keras

    layers = model._flatten_layers()  # noqa: SLF001 - those within others too
    kind = keras.layers.Normalization
    return {id(weight) for layer in layers if type(layer) is kind for weight in layer.weights}


def _describe_both_ways(layer: Any) -> dict[str, Any]:
    onwards, backwards = describe_layer(layer.forward_layer), describe_layer(layer.backward_layer)
    if {**onwards, "go_backwards": True} != {**backwards, "go_backwards": True}:
        raise RecipeError(
            "unrepeatable.argument", part="layer", name="Bidirectional", argument="backward_layer"
        )
    return {"layer": onwards, "merge_mode": layer.merge_mode}


def _describe_normalization(layer: Any) -> dict[str, Any]:
    axes = _axes(layer)
    if len(axes) > 1 or layer.input_mean is None:
        raise RecipeError(
            "unrepeatable.argument", part="layer", name="Normalization", argument="axis"
        )
    moments = {
        name: np.asarray(getattr(layer, f"input_{name}"), np.float32)
        for name in ("mean", "variance")
    }
    numbers = {
        name: value.reshape(-1).tolist() if axes else float(value.reshape(-1)[0])
        for name, value in moments.items()
    }
    return {"axis": axes[0] if axes else None, **numbers}


def _axes(layer: Any) -> list[int]:
    axes = () if layer.axis is None else layer.axis
    return [int(axis) for axis in (axes if isinstance(axes, (list, tuple)) else [axes])]


def _object(layer: Any, name: str) -> Any:
    value = getattr(layer, name)
    if name.endswith("activation"):
        return "linear" if activation_behind(layer) is value else _activation_name(value)
    if name.endswith("_initializer"):
        return _describe_initializer(value)
    if name.endswith("_constraint"):
        return _describe_constraint(value)
    return _describe_regularizer(value)


def _activation_name(activation: Any) -> str:
    name = _named_layer(activation)
    if name:
        return name
    known = _activations().get(id(activation))
    if known is None:
        name = getattr(activation, "__name__", type(activation).__name__)
        raise RecipeError("unrepeatable.unknown_part", part="activation", name=name)
    return known


def _named_layer(activation: Any) -> str:
    """The activation that a layer is as Keras makes it without arguments; empty for others."""
    import keras

    for kind, name in ((keras.layers.ReLU, "relu"), (keras.layers.Softmax, "softmax")):
        if type(activation) is kind:
            config = activation.get_config()
            as_made = all(
                ACTIVATION_DEFAULTS.get(argument) == plain(value)
                for argument, value in config.items()
                if argument not in ("name", "dtype")
            )
            return name if as_made else ""
    return ""


@functools.cache
def _activations() -> dict[int, str]:
    """The functions that are an activation of the vocabulary, by identity."""
    import keras
    import tensorflow as tf

    known = {}
    for name in get_args(recipe.Activation):
        known[id(getattr(keras.activations, name))] = name
        for same in TENSORFLOW_NAMES.get(name, (name,)):
            for place, module in (("tf.nn", tf.nn), ("keras.ops", keras.ops)):
                if place in OTHERWISE.get(name, ()):
                    continue
                if function := getattr(module, same, None):
                    known[id(function)] = name
    return known


def _describe_initializer(initializer: Any) -> dict[str, Any]:
    import keras

    kind = type(initializer).__name__
    if type(initializer) is not getattr(keras.initializers, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="initializer", name=kind)
    config = {name: plain(value) for name, value in initializer.get_config().items()}
    seed = config.pop("seed", None)
    config.pop("input_axes", None)
    config.pop("output_axes", None)
    words = {name: value for name, value in config.items() if isinstance(value, str)}
    numbers = {name: value for name, value in config.items() if name not in words}
    return {"kind": kind, "numbers": numbers, "seed": seed, "words": words}


def _describe_constraint(constraint: Any) -> dict[str, Any] | None:
    import keras

    if constraint is None:
        return None
    kind = type(constraint).__name__
    if kind not in recipe.CONSTRAINTS or type(constraint) is not getattr(keras.constraints, kind):
        raise RecipeError("unrepeatable.unknown_part", part="constraint", name=kind)
    numbers = {name: plain(value) for name, value in constraint.get_config().items()}
    axis = numbers.pop("axis", None)
    axes = axis if isinstance(axis, list) or axis is None else [axis]
    return {"kind": kind, "numbers": numbers, "axis": axes}


def _describe_regularizer(regularizer: Any) -> dict[str, float] | None:
    import keras

    if regularizer is None:
        return None
    kinds = (keras.regularizers.L1, keras.regularizers.L2, keras.regularizers.L1L2)
    if type(regularizer) not in kinds:
        name = type(regularizer).__name__
        raise RecipeError("unrepeatable.unknown_part", part="regularizer", name=name)
    return {name: float(getattr(regularizer, name, 0.0)) for name in ("l1", "l2")}


def only_defaults(
    config: Mapping[str, Any], known: set[str], defaults: Mapping[str, Any], part: str, name: str
) -> None:
    """Raises `RecipeError` for an argument without a word that is not as Keras has it."""
    for argument, value in config.items():
        default = plain(defaults.get(argument))
        # A layer that is built may keep its one axis as a list.
        if argument not in known and plain(value) not in (default, [default]):
            raise RecipeError("unrepeatable.argument", part=part, name=name, argument=argument)


def plain(value: Any) -> Any:
    """NumPy's numbers and small arrays as Python's."""
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
        return value.item()
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value
