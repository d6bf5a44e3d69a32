"""Keras models, data and exceptions into plain descriptions; runs in the fence.

Probes use `as_model` and `describe_model`; the recorder uses the rest. Nothing here judges.
"""

from __future__ import annotations

import hashlib
import math
from typing import Any

import numpy as np

from autograder.errors import Failure

# TensorFlow's own functions carry other names than Keras's for the same thing.
SAME_ACTIVATION = {
    "softmax_v2": "softmax",
    "leaky_relu_v2": "leaky_relu",
    "ReLU": "relu",
    "Softmax": "softmax",
}


def as_model(value: Any, maker: str) -> Any:
    """`value` if it is a Keras model; raises a `Failure` that names the function `maker`."""
    import keras

    if isinstance(value, keras.Model):
        return value
    if value is None:
        raise Failure(
            f"`{maker}` to return a Keras model",
            "None",
            "Does the function end with `return model`?",
        )
    raise Failure(f"`{maker}` to return a Keras model", f"an object of type {type(value).__name__}")


def describe_model(
    model: Any, input_shape: tuple[int, ...] = (28, 28), *, build: bool = True
) -> list[dict[str, Any]]:
    """The layers from input to output, nested models unfolded, as dictionaries for `network`.

    A model that is not built yet is built for `input_shape` (without the batch), unless `build` is
    false. The order of a subclassed model's layers is found by calling it on a symbolic input;
    where that fails, or nothing is built, it is the order in which they were made.
    """
    import keras

    if build and not model.built and not isinstance(model, keras.Sequential):
        _try(lambda: model(np.zeros((1, *input_shape), np.float32)))
    elif build and not model.built:
        _try(lambda: model.build((None, *input_shape)))
    return [_describe_layer(layer) for layer in _unfold(model, input_shape)]


def describe_data(data: Any) -> dict[str, Any] | None:
    """Count, shape, range, mean and digest of an array-like; `None` for what is not one."""
    if data is None or type(data).__module__.startswith("tensorflow.python.data"):
        return None
    try:
        array = np.asarray(data)
    except Exception:  # noqa: BLE001 - anything a student passes to fit may refuse to convert
        return None
    if array.dtype.kind not in "biuf" or array.ndim == 0 or array.size == 0:
        return None
    digest = hashlib.blake2b(array.tobytes(), digest_size=16)
    digest.update(f"{array.dtype}{array.shape}".encode())
    return {
        "count": int(array.shape[0]),
        "shape": [int(length) for length in array.shape],
        "minimum": float(array.min()),
        "maximum": float(array.max()),
        "digest": digest.hexdigest(),
        "mean": float(array.mean(dtype=np.float64)),
    }


def digest_weights(model: Any) -> str:
    """A digest of all weights of a model; empty where it has none yet."""
    digest = hashlib.blake2b(digest_size=16)
    weights = _try(model.get_weights) or []
    for array in weights:
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest() if weights else ""


def describe_loss(loss: Any) -> tuple[str, bool]:
    """A loss's name and whether it takes logits."""
    name = loss if isinstance(loss, str) else getattr(loss, "name", None) or _name(loss)
    return str(name), bool(getattr(loss, "from_logits", False))


def _unfold(model: Any, input_shape: tuple[int, ...]) -> list[Any]:
    import keras

    layers = list(model.layers)
    written_by_hand = not isinstance(model, keras.Sequential) and not hasattr(model, "operations")
    if written_by_hand and model.built:
        layers = _call_order(model, input_shape) or layers
    unfolded: list[Any] = []
    for layer in layers:
        unfolded += _unfold(layer, input_shape) if isinstance(layer, keras.Model) else [layer]
    return [layer for layer in unfolded if type(layer).__name__ != "InputLayer"]


def _call_order(model: Any, input_shape: tuple[int, ...]) -> list[Any]:
    import keras

    def trace() -> list[Any]:
        symbolic = keras.Input(input_shape)
        return list(keras.Model(symbolic, model.call(symbolic)).layers)

    return _try(trace) or []


def _describe_layer(layer: Any) -> dict[str, Any]:
    # A student's own layer may use any of these names for something else.
    kind = type(layer).__name__
    output = _try(lambda: [int(length or 0) for length in layer.output.shape[1:]])
    activation = _try(lambda: layer.activation)
    return {
        "kind": kind,
        "units": int(_number(layer, "units", 0.0)),
        "activation": "" if activation is None else _name(activation),
        "rate": _number(layer, "rate", 0.0),
        "parameters": _try(lambda: int(layer.count_params()) if layer.built else 0) or 0,
        "output_shape": output or [],
        "scale": _number(layer, "scale", 1.0) if kind == "Rescaling" else 1.0,
    }


def _number(layer: Any, name: str, otherwise: float) -> float:
    """A layer's attribute as a finite number; `otherwise` where it is none."""
    number = _try(lambda: float(getattr(layer, name)))
    return number if number is not None and math.isfinite(number) else otherwise


def _name(function: Any) -> str:
    name = str(getattr(function, "__name__", type(function).__name__))
    return SAME_ACTIVATION.get(name, name)


def _try(function: Any) -> Any:
    try:
        return function()
    except Exception:  # noqa: BLE001 - a student's layers may raise anything; the caller copes with None
        return None
