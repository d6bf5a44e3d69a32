"""Describes Keras's layers, optimisers, losses and metrics in words of `recipe`; in the sandbox.

What comes out is plain data that `recipe` still has to accept. An object of any class but Keras's
own, or with an argument for which the vocabulary has no word, raises `RecipeError` with a clause.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Any, get_args

import numpy as np

from autograder.recipes import recipe
from autograder.wire.errors import RecipeError

# What the vocabulary has no word for must be as Keras has it.
ACTIVATION_DEFAULTS = {"axis": -1, "trainable": True, "negative_slope": 0.0, "threshold": 0.0}
LOSS_DEFAULTS: dict[str, Any] = {"reduction": "sum_over_batch_size", "axis": -1}
METRIC_DEFAULTS = {"dtype": "float32", "axis": -1, "threshold": 0.5, "label_smoothing": 0}
OPTIMIZER_DEFAULTS: dict[str, Any] = {"use_ema": False, "ema_momentum": 0.99}
# TensorFlow's names for what Keras calls otherwise.
TENSORFLOW_NAMES = {"silu": ("silu", "swish")}
# Arguments that a layer keeps as functions or objects.
OBJECTS = ("activation", "_initializer", "_regularizer")
# What every layer has, and is looked at apart.
ALWAYS = ("name", "dtype", "trainable")
LOSS_FIELDS = frozenset(recipe.Loss.__struct_fields__) - {"kind"}
METRIC_FIELDS = frozenset(recipe.Metric.__struct_fields__) - {"kind"}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def describe_layer(layer: Any) -> dict[str, Any]:
    import keras

    kind = type(layer).__name__
    if kind not in recipe.LAYERS or type(layer) is not getattr(keras.layers, kind):
        raise RecipeError("unrepeatable.unknown_part", part="layer", name=kind)
    if layer.dtype_policy.name != "float32":
        raise RecipeError(
            "unrepeatable.computes_in", part="layer", name=kind, dtype=layer.dtype_policy.name
        )
    if not layer.trainable:
        raise RecipeError("unrepeatable.frozen", layer=kind)
    known = recipe.LAYERS[kind]
    fields = known.__struct_fields__
    objects = {name: _object(layer, name) for name in fields if name.endswith(OBJECTS)}
    config = layer.get_config() | {"activity_regularizer": layer.activity_regularizer}
    _only_defaults(config, {*fields, *ALWAYS}, known.FIXED, "layer", kind)
    return {"kind": kind, **{name: _plain(config[name]) for name in fields}, **objects}


def _object(layer: Any, name: str) -> Any:
    value = getattr(layer, name)
    if name == "activation":
        return _activation_name(value)
    return (
        _describe_initializer(value)
        if name.endswith("_initializer")
        else _describe_regularizer(value)
    )


def _activation_name(activation: Any) -> str:
    import keras

    # A layer as an activation: as Keras makes it without arguments it is the function's like.
    for kind, name in ((keras.layers.ReLU, "relu"), (keras.layers.Softmax, "softmax")):
        if type(activation) is kind:
            _only_defaults(
                activation.get_config(), {"name", "dtype"}, ACTIVATION_DEFAULTS, "activation", name
            )
            return name
    known = _activations().get(id(activation))
    if known is None:
        name = getattr(activation, "__name__", type(activation).__name__)
        raise RecipeError("unrepeatable.unknown_part", part="activation", name=name)
    return known


@functools.cache
def _activations() -> dict[int, str]:
    """The functions that are an activation of the vocabulary, by identity."""
    import keras
    import tensorflow as tf

    known = {}
    for name in get_args(recipe.Activation):
        known[id(getattr(keras.activations, name))] = name
        for same in TENSORFLOW_NAMES.get(name, (name,)):
            for module in (tf.nn, keras.ops):
                if function := getattr(module, same, None):
                    known[id(function)] = name
    return known


def _describe_initializer(initializer: Any) -> dict[str, Any]:
    import keras

    kind = type(initializer).__name__
    if type(initializer) is not getattr(keras.initializers, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="initializer", name=kind)
    config = dict(initializer.get_config())
    seed = config.pop("seed", None)
    config.pop("input_axes", None)
    config.pop("output_axes", None)
    numbers = {name: _plain(value) for name, value in config.items()}
    return {"kind": kind, "numbers": numbers, "seed": seed}


def _describe_regularizer(regularizer: Any) -> dict[str, float] | None:
    import keras

    if regularizer is None:
        return None
    kinds = (keras.regularizers.L1, keras.regularizers.L2, keras.regularizers.L1L2)
    if type(regularizer) not in kinds:
        name = type(regularizer).__name__
        raise RecipeError("unrepeatable.unknown_part", part="regularizer", name=name)
    return {name: float(getattr(regularizer, name, 0.0)) for name in ("l1", "l2")}


# ---- compile -------------------------------------------------------------------------------------


def describe_optimizer(optimizer: Any) -> dict[str, Any]:
    """An optimiser's class and numbers; `learning_rate` is the one in force now."""
    import keras

    kind = type(optimizer).__name__
    if kind not in recipe.OPTIMIZERS or type(optimizer) is not getattr(keras.optimizers, kind):
        raise RecipeError("unrepeatable.unknown_part", part="optimizer", name=kind)
    if not isinstance(optimizer._learning_rate, keras.Variable):  # noqa: SLF001 - the property computes it
        raise RecipeError("unrepeatable.learning_rate_schedule")
    config = optimizer.get_config()
    fields = recipe.OPTIMIZERS[kind]
    _only_defaults(config, {*fields, "name"}, OPTIMIZER_DEFAULTS, "optimizer", kind)
    return {"kind": kind, "numbers": {name: _plain(config[name]) for name in sorted(fields)}}


def describe_loss(loss: Any) -> Any:
    """A loss as `compile` was given it: a name, Keras's own function or object."""
    import keras

    if loss is None:
        return None
    if isinstance(loss, str) or (callable(loss) and hasattr(loss, "__name__")):
        return _name(loss, keras.losses, "loss")
    kind = type(loss).__name__
    if type(loss) is not getattr(keras.losses, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="loss", name=kind)
    if loss.dtype != "float32":
        raise RecipeError("unrepeatable.computes_in", part="loss", name=kind, dtype=str(loss.dtype))
    config = loss.get_config()
    _only_defaults(config, {*LOSS_FIELDS, "name", "fn"}, LOSS_DEFAULTS, "loss", kind)
    fields = LOSS_FIELDS & config.keys()
    return {"kind": kind, **{name: _plain(config[name]) for name in fields}}


def describe_metric(metric: Any) -> Any:
    """A metric as `compile` was given it: a name, Keras's own function or object."""
    import keras

    if isinstance(metric, str) or (callable(metric) and hasattr(metric, "__name__")):
        return _name(metric, keras.metrics, "metric")
    kind = type(metric).__name__
    if type(metric) is not getattr(keras.metrics, kind, None):
        raise RecipeError("unrepeatable.unknown_part", part="metric", name=kind)
    config = metric.get_config()
    _only_defaults(config, set(METRIC_FIELDS), METRIC_DEFAULTS, "metric", kind)
    fields = METRIC_FIELDS & config.keys()
    return {"kind": kind, **{name: _plain(config[name]) for name in fields}}


def _name(value: Any, module: Any, what: str) -> str:
    """A name, or the name of one of Keras's own functions, which means the same to `compile`."""
    name = value if isinstance(value, str) else value.__name__
    if not isinstance(value, str) and getattr(module, name, None) is not value:
        raise RecipeError("unrepeatable.unknown_part", part=what, name=name)
    if not NAME.fullmatch(name):
        raise RecipeError("unrepeatable.unusual_name", part=what)
    return str(name)


# ---- arguments -----------------------------------------------------------------------------------


def _only_defaults(
    config: Mapping[str, Any], known: set[str], defaults: Mapping[str, Any], part: str, name: str
) -> None:
    for argument, value in config.items():
        default = _plain(defaults.get(argument))
        # A layer that is built may keep its one axis as a list.
        if argument not in known and _plain(value) not in (default, [default]):
            raise RecipeError("unrepeatable.argument", part=part, name=name, argument=argument)


def _plain(value: Any) -> Any:
    """NumPy's numbers and small arrays as Python's."""
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
        return value.item()
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
