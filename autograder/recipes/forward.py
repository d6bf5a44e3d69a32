"""Turns a network and its weights into predictions, in NumPy alone: the judge's own forward pass.

Every layer computes what Keras's does when it predicts. Weights may be claims; whatever is wrong
with them, or with the network, raises `Failure`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.activations import apply
from autograder.recipes.layer import Floats, Shape, Weights
from autograder.recipes.recipe import Network
from autograder.recipes.shapes import output_shapes, received_shape
from autograder.wire.errors import Failure

# What one image may need, so that no claim can exhaust the judge: values of all layers together,
# those in the windows of a convolution or a pooling among them.
MOST_VALUES = 2**22
MOST_MULTIPLICATIONS = 2**28
# What all images together may need: several times as much as a network does that can be trained in
# the time that an exercise has.
MOST_VALUES_IN_ALL = 2**31
MOST_MULTIPLICATIONS_IN_ALL = 2**36
# How many values are computed with at a time: as many as a processor keeps at hand.
BATCH_VALUES = 2**20


def probabilities(
    network: Network,
    weights: Sequence[NDArray[Any]],
    images: NDArray[Any],
    from_logits: bool = False,
) -> NDArray[np.float32]:
    """What the network predicts for each image, with softmax put behind it if `from_logits`.

    `weights` are all variables of all layers in order. Raises `Failure` unless all is in order and
    every prediction is finite.
    """
    shapes = [
        received_shape(network, images.shape[1:]),
        *output_shapes(network, images.shape[1:]),
    ]
    batch = max(1, BATCH_VALUES // _values_needed(network, shapes, len(images)))
    own = own_weights(network, weights, shapes)
    inputs = images.astype(np.float32).reshape(len(images), *shapes[0])
    outputs = np.zeros((len(images), *shapes[-1]), np.float32)
    with np.errstate(all="ignore"):
        for start in range(0, len(images), batch):
            values = _applied(network, own, inputs[start : start + batch])
            outputs[start : start + batch] = apply("softmax", values) if from_logits else values
    if not np.isfinite(outputs).all():
        raise Failure("network.predictions_not_finite")
    return outputs


def _applied(network: Network, own: Sequence[Weights], values: Floats) -> Floats:
    """What the network makes of a batch; nothing is kept longer than it is needed."""
    nodes = network.applied()
    last_use = {place: made for made, (_number, *places) in enumerate(nodes) for place in places}
    at: dict[int, Floats] = {0: values}
    for made, (number, *places) in enumerate(nodes):
        values = network.layers[number].merge([at[place] for place in places], own[number])
        for place in places:
            if last_use[place] == made:
                at.pop(place, None)
        at[made + 1] = values
    return values


def _values_needed(network: Network, shapes: Sequence[Shape], images: int) -> int:
    """How many values the largest array has for one image; raises `Failure` for too many."""
    most_values = min(MOST_VALUES, MOST_VALUES_IN_ALL // max(images, 1))
    most_multiplications = min(MOST_MULTIPLICATIONS, MOST_MULTIPLICATIONS_IN_ALL // max(images, 1))
    taken = [(network.layers[number], shapes[places[0]]) for number, *places in network.applied()]
    multiplications = sum(layer.multiplications(shape) for layer, shape in taken)
    values = [*map(math.prod, shapes)]
    values += filter(None, (layer.working_values(shape) for layer, shape in taken))
    if min(values) == 0 or sum(values) > most_values or multiplications > most_multiplications:
        raise Failure("network.size")
    return max(values)


def own_weights(
    network: Network, weights: Sequence[NDArray[Any]], shapes: Sequence[Shape]
) -> list[list[Floats]]:
    """Each layer's own weights, what is no weight left out; raises `Failure`."""
    rest = iter(weights)
    taken = {number: shapes[places[0]] for number, *places in reversed(network.applied())}
    own = []
    for number, layer in enumerate(network.layers):
        variables = [(shape, next(rest, None)) for shape in layer.variable_shapes(taken[number])]
        own.append([_checked(array, shape) for shape, array in variables if shape is not None])
    if next(rest, None) is not None:
        raise Failure("network.too_many_weights")
    return own


def _checked(array: Any, shape: Shape) -> Floats:
    if not isinstance(array, np.ndarray) or array.shape != shape or array.dtype != np.float32:
        raise Failure("network.other_weights")
    if not np.isfinite(array).all():
        raise Failure("network.weights_not_finite")
    return array
