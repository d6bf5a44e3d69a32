"""Describes a Keras model by what it does with a few images: the layers that it calls, in turn.

This is how a model looks of which only Python code knows what it computes. Layers inside layers and
models are found where they are called. What happens between two layers shows in the values: an
activation, a change of shape, a factor. What does not show is `unknown`.
"""

from __future__ import annotations

import contextlib
import io
import threading
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.unknown import WORD

# The commonest first: some are alike where values are small.
ACTIVATIONS = (
    "linear", "relu", "softmax", "sigmoid", "tanh", "leaky_relu", "elu", "selu", "gelu", "silu",
    "softplus", "softsign", "exponential", "relu6", "mish", "hard_sigmoid", "hard_silu",
)  # fmt: skip
# How far two ways to compute the same may differ, as a share; half of a float's digits in float16.
CLOSE, CLOSE_IN_HALF = 1e-4, 1e-2
TRIED = np.random.default_rng(7).normal(0, 2, (6, 8)).astype(np.float32)
AXES_OF_ROWS = 2
# What may be called apart from its model: it makes no weights for what it is given.
WITHOUT_WEIGHTS = ("ReLU", "Softmax", "LeakyReLU", "ELU", "Activation")

_following = threading.Lock()


@dataclass(slots=True)
class Called:
    """One call of a layer: what it was given and what came out, as tensors and as values."""

    layer: Any
    inputs: list[Any]
    outputs: list[Any]


@dataclass(slots=True)
class Pass:
    """The layers of one forward pass as they are described, and the values that are known so far.

    `sources` has each tensor with the place of the layer that it comes from, `taken` the places of
    those whose output another layer took as it was.
    """

    layers: list[dict[str, Any]] = field(default_factory=list)
    sources: list[tuple[Any, int]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def add(self, called: Called) -> None:
        """Takes a call of a layer."""
        for tensor in called.inputs:
            self.explain(tensor)
        if _is_code(called.layer) and all(map(self.explain, called.outputs)):
            return
        self.sources += [(output, len(self.layers)) for output in called.outputs]
        self.layers.append(_described(called))

    def explain(self, tensor: Any) -> bool:
        """Finds out what was done to earlier values so that this one came of them, if it shows."""
        for source, place in reversed(self.sources):
            if source is tensor:
                self.taken.add(place)
                return True
        values = _values(tensor)
        for source, place in reversed(self.sources):
            before = _values(source)
            if before is None or values is None or before.size != values.size:
                continue
            if self._came_of(before, place, values):
                self.sources.append((tensor, len(self.layers) - 1 if self.layers else -1))
                return True
        return False

    def _came_of(self, before: NDArray[Any], place: int, values: NDArray[Any]) -> bool:
        same_shape = before.shape == values.shape
        if same_shape and (name := _activation_between(before, values)):
            self._put_activation(place, name)
            return True
        factor = _factor(before.ravel(), values.ravel())
        if factor is None:
            return False
        self.taken.add(place)
        if factor != 1:
            self.layers.append(_layer("Rescaling", values.shape[1:], scale=factor))
        if not same_shape:
            self.layers.append(_layer("Reshape", values.shape[1:]))
        return True

    def _put_activation(self, place: int, name: str) -> None:
        self.taken.add(place)
        if name == "linear":
            return
        layer = self.layers[place] if place >= 0 else None
        if layer is not None and layer["kind"] == "Dense" and layer["activation"] == "linear":
            layer["activation"] = name
        else:
            shape = () if layer is None else layer["output_shape"]
            self.layers.append(_layer("Activation", shape, activation=name))

    def finished(self, output: Any) -> list[dict[str, Any]]:
        """The layers, once the model's output is known too."""
        self.explain(output)
        for place, layer in enumerate(self.layers):
            if place not in self.taken and layer["activation"] == "linear":
                layer["activation"] = WORD
        return self.layers


def layers_called(model: Any, images: Any) -> list[dict[str, Any]]:
    """The layers that a model applies to these images; raises whatever the model raises."""
    import keras

    calls: list[Called] = []
    tensor = keras.ops.convert_to_tensor(images)
    with _following, _eagerly(), _noting(calls), _quietly():
        output = model(tensor, training=False)
    seen = Pass(sources=[(tensor, -1)])
    # A model that was not built yet is called once more before, without values.
    for called in calls:
        if all(_values(each) is not None for each in called.outputs):
            seen.add(called)
    (last,) = keras.tree.flatten(output)
    return seen.finished(last)


def layers_held(model: Any) -> list[dict[str, Any]]:
    """The layers that a model holds, where it cannot be called; in which order is a guess."""
    import keras
    from keras.src.models.functional import Functional

    held = [
        layer
        for layer in model._flatten_layers(include_self=False)  # noqa: SLF001 - Keras's own list
        if not isinstance(layer, (keras.Model, keras.layers.InputLayer))
    ]
    own_call = type(model).call not in (keras.Sequential.call, Functional.call)
    layers = [_described(Called(layer, [], [])) for layer in held]
    for layer in layers:
        if own_call and layer["activation"] == "linear":
            layer["activation"] = WORD
    return layers


def activation_of(function: Any) -> str:
    """An activation by Keras's name for it, found by what it does, or else by its own."""
    import keras

    tried = keras.ops.convert_to_tensor(TRIED)
    kind = type(function).__name__
    if isinstance(function, keras.layers.Layer) and kind not in WITHOUT_WEIGHTS:
        return kind
    with contextlib.suppress(Exception):
        if name := _activation_between(TRIED, np.asarray(function(tried), np.float32)):
            return name
    return str(getattr(function, "__name__", kind))


@contextlib.contextmanager
def _quietly() -> Iterator[None]:
    """While nobody is to notice that a model is called."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _eagerly() -> Iterator[None]:
    """While functions of TensorFlow compute at once, and with values."""
    import tensorflow as tf

    before = tf.config.functions_run_eagerly()
    tf.config.run_functions_eagerly(True)
    try:
        yield
    finally:
        tf.config.run_functions_eagerly(before)


@contextlib.contextmanager
def _noting(calls: list[Called]) -> Iterator[None]:
    """While every call of a layer is noted, but for those that Keras's own layers make inside."""
    import keras

    original = keras.layers.Layer.__call__
    thread, inside = threading.get_ident(), [False]

    def call(layer: Any, *args: Any, **kwargs: Any) -> Any:
        if inside[0] or threading.get_ident() != thread:
            return original(layer, *args, **kwargs)
        count, inside[0] = len(calls), _is_keras_own(layer)
        try:
            output = original(layer, *args, **kwargs)
        finally:
            inside[0] = False
        if len(calls) == count and not isinstance(layer, keras.Model):
            tensors = keras.tree.flatten([args, kwargs.get("inputs")])
            inputs = [each for each in tensors if hasattr(each, "dtype")]
            calls.append(Called(layer, inputs, keras.tree.flatten(output)))
        return output

    keras.layers.Layer.__call__ = call
    try:
        yield
    finally:
        keras.layers.Layer.__call__ = original


def _described(called: Called) -> dict[str, Any]:
    layer, output = called.layer, _values(*called.outputs[:1])
    kind, units = _kind(layer), getattr(layer, "units", 0)
    activation = getattr(layer, "activation", None)
    named = "" if activation is None else activation_of(activation)
    if own := _as_dense(called):
        kind, (units, named) = "Dense", own
    return _layer(
        kind,
        WORD if output is None else output.shape[1:],
        units=units if kind == "Dense" and isinstance(units, int) else 0,
        activation=named or (WORD if kind == "Dense" else ""),
        rate=_number(layer, "rate", 0.0),
        offset=_number(layer, "offset", 0.0),
        scale=_number(layer, "scale", 1.0) if kind == "Rescaling" else 1.0,
    )


def _layer(kind: str, shape: Any, **values: Any) -> dict[str, Any]:
    known = {"units": 0, "activation": "", "rate": 0.0, "scale": 1.0, "offset": 0.0, **values}
    return {"kind": kind, "output_shape": shape if shape == WORD else list(shape), **known}


def _kind(layer: Any) -> str:
    """The class of Keras's own that a layer is, or is made from; else its own class.

    One that only bears the name of Keras's, or makes something else of what it is given, is not.
    """
    import keras

    own: Any = type(layer)
    kind: Any
    for kind in own.__mro__:
        if kind is keras.layers.Layer:
            break
        if kind.__module__.startswith("keras.src.layers."):
            # What weights do, and whether lots are drawn, shows in the program that is traced.
            shows = bool(layer.weights) or "Dropout" in kind.__name__
            if own.call is not kind.call and not shows:
                break
            # One that leaves out whole rows or columns leaves out no share of neurons.
            spares = getattr(layer, "noise_shape", None) is not None
            return f"{kind.__name__}(noise_shape)" if spares else str(kind.__name__)
    name = str(own.__name__)
    return f"own {name}" if hasattr(keras.layers, name) else name


def _as_dense(called: Called) -> tuple[int, str] | None:
    """Width and activation of a layer of another class that multiplies rows by a matrix."""
    inputs, outputs = _values(*called.inputs[:1]), _values(*called.outputs[:1])
    if _is_keras_own(called.layer) or inputs is None or outputs is None:
        return None
    if inputs.ndim != AXES_OF_ROWS or outputs.ndim != AXES_OF_ROWS:
        return None
    weights = [np.asarray(weight) for weight in called.layer.trainable_weights]
    wanted, width = (inputs.shape[1], outputs.shape[1]), outputs.shape[1]
    kernels = [weight for weight in weights if weight.shape == wanted]
    biases = [weight for weight in weights if weight.shape == (width,)]
    if not kernels:
        return None
    sums = inputs @ kernels[0] + (biases[0] if biases else 0)
    return width, _activation_between(sums, outputs) or WORD


def _is_code(layer: Any) -> bool:
    """Whether a layer is code around values and no more, as code between two layers is."""
    return not layer.weights and (type(layer).__name__ == "Lambda" or not _is_keras_own(layer))


def _is_keras_own(layer: Any) -> bool:
    return type(layer).__module__.startswith("keras.src.layers.")


def _number(layer: Any, name: str, otherwise: float) -> float:
    value = getattr(layer, name, otherwise)
    return float(value) if isinstance(value, (int, float)) else otherwise


def _values(tensor: Any = None) -> NDArray[Any] | None:
    """The values of a tensor; `None` of what is not one, or has none."""
    if tensor is None:
        return None
    try:
        values = np.asarray(tensor)
        return values if values.dtype.kind == "f" else values.astype(np.float32)
    except Exception:  # noqa: BLE001 - a student's layer may return anything
        return None


def _activation_between(before: NDArray[Any], after: NDArray[Any]) -> str:
    """Keras's name for the activation that makes these values of those, "" where none does."""
    import keras

    tensor = keras.ops.convert_to_tensor(before)
    for name in ACTIVATIONS:
        if _is_close(np.asarray(getattr(keras.activations, name)(tensor)), after):
            return name
    return ""


def _factor(before: NDArray[Any], after: NDArray[Any]) -> float | None:
    """What all values were multiplied by; `None` where that is not all that happened."""
    largest = int(np.abs(before).argmax()) if before.size else 0
    if not before.size or not before[largest]:
        return 1.0 if _is_close(before, after) else None
    factor = float(after[largest] / before[largest])
    if not factor or not _is_close(before * np.float32(factor), after):
        return None
    return 1.0 if abs(factor - 1) < CLOSE else factor


def _is_close(first: NDArray[Any], second: NDArray[Any]) -> bool:
    if first.shape != second.shape or not np.isfinite(first).all():
        return False
    size = float(np.abs(first).max(initial=0))
    half = np.float16 in (first.dtype, second.dtype)
    return bool(np.allclose(first, second, rtol=0, atol=(CLOSE_IN_HALF if half else CLOSE) * size))


def shape_of_images(model: Any) -> Sequence[int]:
    """The shape of one image that a built model takes; raises whatever the model raises."""
    shape = getattr(model, "input_shape", None) or model._build_shapes_dict["input_shape"]  # noqa: SLF001
    return [int(length) for length in shape[1:]]
