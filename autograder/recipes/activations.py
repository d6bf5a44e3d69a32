"""Keras's activation functions by their names, in NumPy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

# Klambauer and others, "Self-normalizing neural networks".
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805
LEAK, SHRUNK = 0.2, 0.5
# Abramowitz and Stegun, formula 7.1.26: off by no more than 1.5e-7.
ERROR_FUNCTION = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)


def apply(name: str, values: Floats, axis: int = -1) -> Floats:
    """An activation of a batch; softmax and its logarithm run along `axis`."""
    made = ALONG[name](values, axis) if name in ALONG else FUNCTIONS[name](values)
    return np.asarray(made, np.float32)


def softmax(values: Floats, axis: int) -> NDArray[Any]:
    """Shares that add up to 1 along the axis."""
    powers = np.exp(values - values.max(axis, keepdims=True))
    return np.asarray(powers / powers.sum(axis, keepdims=True))


def log_softmax(values: Floats, axis: int) -> NDArray[Any]:
    """The logarithms of these shares."""
    below = values - values.max(axis, keepdims=True)
    return np.asarray(below - np.log(np.exp(below).sum(axis, keepdims=True)))


def _sigmoid(x: NDArray[Any]) -> Any:
    return 1 / (1 + np.exp(-x))


def _softplus(x: NDArray[Any]) -> Any:
    return np.logaddexp(x, 0)


def _elu(x: NDArray[Any], alpha: float = 1.0) -> Any:
    return np.where(x > 0, x, alpha * np.expm1(x))


def _gelu(x: NDArray[Any]) -> Any:
    scaled = np.abs(x) / np.sqrt(2)
    term = 1 / (1 + 0.3275911 * scaled)
    tail = np.polyval((*ERROR_FUNCTION, 0), term) * np.exp(-(scaled**2))
    return 0.5 * x * (1 + np.sign(x) * (1 - tail))


FUNCTIONS: dict[str, Callable[[NDArray[Any]], Any]] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "sigmoid": _sigmoid,
    "tanh": np.tanh,
    "elu": _elu,
    "selu": lambda x: SELU_SCALE * _elu(x, SELU_ALPHA),
    "gelu": _gelu,
    "silu": lambda x: x * _sigmoid(x),
    "softplus": _softplus,
    "softsign": lambda x: x / (1 + np.abs(x)),
    "exponential": np.exp,
    "leaky_relu": lambda x: np.where(x >= 0, x, LEAK * x),
    "relu6": lambda x: np.clip(x, 0, 6),
    "hard_sigmoid": lambda x: np.clip(x + 3, 0, 6) / 6,
    "mish": lambda x: x * np.tanh(_softplus(x)),
    "celu": _elu,
    "hard_shrink": lambda x: np.where(np.abs(x) > SHRUNK, x, 0),
    "hard_silu": lambda x: x * np.clip(x + 3, 0, 6) / 6,
    "hard_tanh": lambda x: np.clip(x, -1, 1),
    "log_sigmoid": lambda x: -_softplus(-x),
    "soft_shrink": lambda x: x - np.clip(x, -SHRUNK, SHRUNK),
    "sparse_plus": lambda x: np.where(x < 1, np.maximum(x + 1, 0) ** 2 / 4, x),
    "sparse_sigmoid": lambda x: np.clip((x + 1) / 2, 0, 1),
    "squareplus": lambda x: (x + np.sqrt(x**2 + 4)) / 2,
    "tanh_shrink": lambda x: x - np.tanh(x),
}

# What looks at all values along an axis.
ALONG: dict[str, Callable[[Floats, int], NDArray[Any]]] = {
    "softmax": softmax,
    "log_softmax": log_softmax,
}
