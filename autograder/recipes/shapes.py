"""Follows a network of the vocabulary into the shapes of what its layers make.

Shapes leave the batch out. A network that Keras would not build raises `Failure`.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.recipes.layer import Shape
from autograder.recipes.recipe import Network
from autograder.wire.errors import Failure


def output_shapes(network: Network, input_shape: Sequence[int]) -> tuple[Shape, ...]:
    """What each node makes of one input of that shape; raises `Failure` where none can be built.

    A model that declares its input is given data whose last axis of length 1 it adds or drops.
    """
    shapes = [received_shape(network, input_shape)]
    for number, *places in network.applied():
        shapes.append(network.layers[number].merged_shape([shapes[place] for place in places]))
    return tuple(shapes[1:])


def received_shape(network: Network, input_shape: Sequence[int]) -> Shape:
    """What the first layer gets of data of `input_shape`; raises `Failure` if it does not fit."""
    shape, declared = tuple(input_shape), network.input_shape
    if declared is None or shape == declared:
        return shape
    if declared in {(*shape, 1), shape[:-1] if shape[-1:] == (1,) else shape}:
        return declared
    raise Failure("network.input_shape", declared=str(declared), data=str(shape))
