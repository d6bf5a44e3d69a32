"""Keras models and what they were compiled with into the vocabulary of `recipe`; in the fence.

Only what the trainer can build anew is described: chains of Keras's own layers. Everything else
raises `RecipeError` with a clause that says what it is, and trains beside student code.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

import msgspec
import numpy as np

from autograder import recipe
from autograder.errors import RecipeError

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
# What the vocabulary has no word for must be as Keras has it.
LAYER_DEFAULTS: dict[str, Any] = {
    "trainable": True,
    "data_format": "channels_last",
    "dilation_rate": (1, 1),
    "groups": 1,
    "axis": -1,
    "synchronized": False,
    "renorm": False,
    "renorm_momentum": 0.99,
    "rms_scaling": False,
}
LOSS_DEFAULTS = {"reduction": "sum_over_batch_size", "axis": -1}
METRIC_DEFAULTS = {"dtype": "float32", "axis": -1, "threshold": 0.5, "label_smoothing": 0}
OPTIMIZER_DEFAULTS = {"use_ema": False, "ema_momentum": 0.99}
# TensorFlow's names for what Keras calls otherwise.
TENSORFLOW_NAMES = {"silu": ("silu", "swish")}
LAYER_KINDS = {kind.__struct_config__.tag: kind for kind in get_args(recipe.AnyLayer)}
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


def describe_network(model: Any, shape: tuple[int, ...]) -> tuple[recipe.Network, list[Any]]:
    """A model as a chain of layers, and those layers as Keras has them, in the same order.

    `shape` is that of one row of the data. `input_shape` is left out where the model declares
    what the data says anyway, so that the same network has one description. A subclassed model's
    layers are built on the way.
    """
    chain = chain_of(model, shape)
    return describe_chain(model, chain, shape), chain


def describe_chain(model: Any, chain: list[Any], shape: tuple[int, ...]) -> recipe.Network:
    """As `describe_network`, where the chain is known already."""
    owned = {id(weight) for layer in chain for weight in layer.weights}
    if any(id(weight) not in owned for weight in model.weights):
        raise RecipeError("the model has weights besides those of its layers")
    if len({id(layer) for layer in chain}) < len(chain):
        raise RecipeError("the model uses a layer twice")
    plain: dict[str, Any] = {"layers": [_describe_layer(layer) for layer in chain]}
    declared = _declared_shape(model)
    if declared is not None and not _fits(declared, shape):
        plain["input_shape"] = list(declared)
    return recipe.decode_network(plain)


def describe_compiled(model: Any) -> recipe.Compiled | None:
    """What `compile` was given, the learning rate as it is now; `None` without `compile`."""
    if not model.compiled:
        return None
    config = model._compile_config.config  # noqa: SLF001 - where Keras keeps it
    for name in ("loss_weights", "weighted_metrics"):
        if config.get(name):
            raise RecipeError(f"`compile` was given `{name}`")
    metrics = config.get("metrics") or []
    if not isinstance(metrics, (list, tuple)):
        raise RecipeError("the metrics are no plain list")
    plain = {
        "optimizer": _describe_optimizer(model.optimizer),
        "loss": _describe_loss(config.get("loss")),
        "metrics": [_describe_metric(metric) for metric in metrics],
    }
    try:
        return msgspec.convert(plain, recipe.Compiled)
    except msgspec.ValidationError as error:
        raise RecipeError(f"`compile` was given something unusual ({error})") from error


# ---- chains --------------------------------------------------------------------------------------


def chain_of(model: Any, shape: tuple[int, ...]) -> list[Any]:
    """The layers of a model from input to output; raises `RecipeError` where it is no chain."""
    import keras
    from keras.src.models.functional import Functional

    for name in KERAS_OWN:
        if getattr(type(model), name) is not getattr(keras.Model, name) or name in vars(model):
            raise RecipeError(f"the model {type(model).__name__} has its own `{name}`")
    call = type(model).call
    if isinstance(model, keras.Sequential) and call is keras.Sequential.call:
        return list(_unfolded(model.layers, shape))
    if isinstance(model, Functional) and call is Functional.call:
        if len(model.inputs) != 1 or len(model.outputs) != 1:
            raise RecipeError("the model has several inputs or outputs")
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
        _attempt(lambda: model.build((None, *shape)), "its `build` does not work alone")
    takes_training = "training" in inspect.signature(model.call).parameters
    chains = []
    for training in (False, True) if takes_training else (None,):
        given = {} if training is None else {"training": training}
        symbolic = keras.Input(shape)
        output = _attempt(
            functools.partial(model.call, symbolic, **given),
            "its `call` does something else than apply Keras's layers",
        )
        chains.append(_walk(symbolic, output, training))
    first, last = chains[0], chains[-1]
    if [id(layer) for layer in first] != [id(layer) for layer in last]:
        raise RecipeError("the model applies other layers when it trains")
    if not takes_training and (lazy := [layer for layer in first if _knows_training(layer)]):
        names = " and ".join(sorted({type(layer).__name__ for layer in lazy}))
        raise RecipeError(
            f"its `call` does not take `training`, so that Keras leaves {names} out of training"
        )
    return first


def _knows_training(layer: Any) -> bool:
    kinds = ("Dropout", "GaussianNoise", "BatchNormalization")
    return type(layer).__name__ in kinds or bool(getattr(layer, "layers", None))


def _walk(start: Any, end: Any, training: bool | None = None) -> list[Any]:
    """The layers between two symbolic tensors, each of which takes one tensor and nothing else."""
    import keras

    layers: list[Any] = []
    tensor = end
    while tensor is not start:
        history = getattr(tensor, "_keras_history", None)
        if history is None:
            raise RecipeError("the model's output does not come from its layers")
        layer = history.operation
        arguments = layer._inbound_nodes[history.node_index].arguments  # noqa: SLF001 - the graph
        if not isinstance(layer, keras.layers.Layer):
            raise RecipeError(f"the model computes with {type(layer).__name__} besides its layers")
        others = {**arguments.kwargs}
        if others.pop("training", None) not in (None, training):
            raise RecipeError(f"the model sets `training` of {type(layer).__name__} itself")
        if len(arguments.args) != 1 or any(value is not None for value in others.values()):
            raise RecipeError("the model is no simple chain of layers")
        layers.append(layer)
        tensor = arguments.args[0]
    return layers[::-1]


def _attempt(function: Callable[[], Any], trouble: str) -> Any:
    try:
        return function()
    except Exception as error:
        raise RecipeError(trouble) from error


def _declared_shape(model: Any) -> tuple[int | None, ...] | None:
    try:
        shape, dtype = model.inputs[0].shape[1:], model.inputs[0].dtype
    except (AttributeError, IndexError, TypeError):
        return None
    if dtype != "float32":
        raise RecipeError(f"the model's input is declared as {dtype}")
    return tuple(shape)


def _fits(declared: tuple[int | None, ...], shape: tuple[int, ...]) -> bool:
    return len(declared) == len(shape) and all(
        length in (None, actual) for length, actual in zip(declared, shape, strict=True)
    )


# ---- layers --------------------------------------------------------------------------------------


def _describe_layer(layer: Any) -> dict[str, Any]:
    import keras

    kind = type(layer).__name__
    if kind not in LAYER_KINDS or type(layer) is not getattr(keras.layers, kind):
        raise RecipeError(f"the layer {kind} is not one of Keras's own that the grader knows")
    if layer.dtype_policy.name != "float32":
        raise RecipeError(f"the layer {kind} computes in {layer.dtype_policy.name}")
    if not layer.trainable:
        raise RecipeError(f"the layer {kind} is frozen")
    config = layer.get_config() | {"activity_regularizer": layer.activity_regularizer}
    fields = LAYER_KINDS[kind].__struct_fields__
    plain = {name: _argument(layer, name, config[name]) for name in fields}
    _only_defaults(config, {*fields, "name", "dtype"}, LAYER_DEFAULTS, f"the layer {kind}")
    return {"kind": kind, **plain}


def _argument(layer: Any, name: str, configured: Any) -> Any:
    if name == "activation":
        return _activation_name(layer.activation)
    if name.endswith("_initializer"):
        return _describe_initializer(getattr(layer, name))
    if name.endswith("_regularizer"):
        return _describe_regularizer(getattr(layer, name))
    return _plain(configured)


def _activation_name(activation: Any) -> str:
    import keras

    # A layer as an activation: as Keras makes it without arguments it is the function's like.
    for kind, name in ((keras.layers.ReLU, "relu"), (keras.layers.Softmax, "softmax")):
        if type(activation) is kind:
            _only_defaults(
                activation.get_config(),
                {"name", "dtype"},
                {"axis": -1, "trainable": True, "negative_slope": 0.0, "threshold": 0.0},
                "an activation",
            )
            return name
    known = _activations().get(id(activation))
    if known is None:
        name = getattr(activation, "__name__", type(activation).__name__)
        raise RecipeError(f"the activation {name} is not one of Keras's own that the grader knows")
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
        raise RecipeError(f"the initializer {kind} is not one of Keras's own")
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
        raise RecipeError(f"the regularizer {type(regularizer).__name__} is not an L1 or L2")
    return {name: float(getattr(regularizer, name, 0.0)) for name in ("l1", "l2")}
