"""Decides whether a network is the usual one and no more: one hidden layer, and the output.

Exercises that ask for a change of one thing ask that nothing else is there: no second hidden layer
in another guise, and no pixels that nobody looks at.
"""

from __future__ import annotations

import math

from autograder.judging.fits import FitRecord

# A matrix or more is what inputs are mixed with; a row of numbers shifts or scales them.
RANK_OF_KERNELS = 2


def has_one_hidden_layer(fit: FitRecord, neurons: int) -> bool:
    """Whether there is one hidden `Dense` layer of that width with ReLU, an output, and no more.

    What drops, shifts or scales numbers may be there too.
    """
    layers = fit.layers
    hidden = [(layer.units, layer.activation) for layer in layers.hidden]
    if hidden != [(neurons, "relu")] or not layers.is_plain:
        return False
    kernels = [one for one in fit.weights or () if len(one.shape) >= RANK_OF_KERNELS]
    return not kernels or len(kernels) == len(layers.dense)


def flattens_whole_images(fit: FitRecord) -> bool:
    """Whether each image becomes one row, with all its pixels, before the first `Dense` layer."""
    layers = fit.layers
    if not layers.flattens or not all(layer.is_flat for layer in layers.hidden):
        return False
    taken = layers.numbers_taken
    return not taken or fit.images is None or taken == math.prod(fit.images.shape[1:])
