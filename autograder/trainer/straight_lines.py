"""Measures, in a traced program, how far a value is from being a straight line of another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from autograder.recipes.graph import Reference
from autograder.trainer.graph_build import Built
from autograder.trainer.graph_training import KERAS_BATCH, Model

# As many images for each number that the first value has.
IMAGES_PER_NUMBER = 3
# What cannot be measured is not known to be straight.
UNKNOWN = 1.0


def bent(
    model: Model, images: NDArray[Any], lines: Sequence[tuple[Reference, Reference]]
) -> tuple[float, ...]:
    """For each pair of values in the graph of predictions, how much of the second no straight line
    of the first explains, as a share of how much it differs from image to image.

    Images come in batches of the usual size, as they do where the model is trained.
    """
    import tensorflow as tf

    function = model.program.infer
    outputs = tuple(reference for line in lines for reference in line)
    graph = replace(function.graph, outputs=outputs)
    looked = Built(replace(function, graph=graph), model.program.held)
    follow = tf.function(looked, autograph=False)
    weights = [tf.convert_to_tensor(variable.value) for variable in model.weights]
    whole = len(images) // KERAS_BATCH * KERAS_BATCH
    parts = [
        [np.array(value) for value in follow(tf.constant(images[at : at + KERAS_BATCH]), *weights)]
        for at in range(0, whole, KERAS_BATCH)
    ]
    values = [np.concatenate(each) for each in zip(*parts, strict=True)]
    return tuple(map(_off_the_line, values[::2], values[1::2]))


def _off_the_line(first: NDArray[Any], second: NDArray[Any]) -> float:
    """How much of the second value is off every straight line of the first."""
    if len(first) != len(second) or not (np.isfinite(first).all() and np.isfinite(second).all()):
        return UNKNOWN
    x = first.reshape(len(first), -1).astype(np.float64)
    y = second.reshape(len(second), -1).astype(np.float64)
    x, y = x - x.mean(0), y - y.mean(0)
    spread = np.sqrt((y * y).sum())
    if not spread:
        return UNKNOWN
    if IMAGES_PER_NUMBER * x.shape[1] <= len(x):
        rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    elif x.shape == y.shape:
        variance = (x * x).sum(0)
        rest = y - x * (x * y).sum(0) / np.where(variance > 0, variance, 1.0)
    else:
        return UNKNOWN
    return float(np.sqrt((rest * rest).sum()) / spread)
