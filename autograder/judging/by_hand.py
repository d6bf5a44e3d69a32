"""Computes in NumPy what a loop of the student's own computes with a gradient tape.

The network is a chain of `Dense` layers, with ReLU on all but the last; its loss is the squared
error, summed over the outputs and averaged over the images. Numbers are float64 throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Pass:
    """What one batch gives: outputs, loss, and the loss's gradient by each array of weights."""

    outputs: Array
    loss: float
    gradients: list[Array]


def dense_pass(weights: Sequence[NDArray[np.generic]], rows: Array, wanted: Array) -> Pass:
    """Forward and back through a chain of layers; `weights` as `get_weights` has them."""
    arrays = [array.astype(np.float64) for array in weights]
    kernels, biases = arrays[::2], arrays[1::2]
    inputs = [rows]
    for kernel, bias in zip(kernels[:-1], biases[:-1], strict=True):
        inputs.append(np.maximum(inputs[-1] @ kernel + bias, 0))
    outputs = inputs[-1] @ kernels[-1] + biases[-1]
    errors = outputs - wanted
    slope = 2 * errors / len(rows)
    gradients = list[Array]()
    for kernel, values in zip(reversed(kernels), reversed(inputs), strict=True):
        gradients[:0] = [values.T @ slope, slope.sum(axis=0)]
        slope = (slope @ kernel.T) * (values > 0)
    return Pass(outputs, float((errors**2).sum() / len(rows)), gradients)
