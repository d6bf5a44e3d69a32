"""Layers that were seen of a traced model are measured by what they do to its answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.recipes.graph import Function, Program, Spec
from autograder.recipes.layers import Layers
from autograder.recipes.unknown import UNKNOWN
from autograder.training.program_workings import ToMeasure, to_measure
from autograder.wire.errors import RecipeError
from tests.programs_of_operations import IMAGES, graph, node, product
from tests.training.test_program_claims import FLAT, KERNELS, RELU, SOFTMAX, USUAL, network

WEIGHTS = tuple(np.ones(shape, np.float32) for shape in KERNELS)
# Shares of three classes, which differ from image to image.
SHARES = np.random.default_rng(1).dirichlet([1, 1, 1], 40).astype(np.float32)
SAME = np.tile(SHARES.mean(0), (40, 1))


def test_hidden_layers_are_taken_away_and_looked_at() -> None:
    """Each alone, and of one that bends what the next one takes; the output is no such layer."""
    found = to_measure(network(), Layers(USUAL))
    (without,) = found.without_each(WEIGHTS)
    assert [one.any() for one in without] == [False, True]
    # The product is behind three inputs, and what the next one takes behind that.
    assert found.bend == (((3, 0), (4, 0)),)
    linear = (FLAT, replace(RELU, activation="linear"), SOFTMAX)
    assert to_measure(network(hidden="Neg"), Layers(linear)).bend == ()
    assert to_measure(network(), UNKNOWN) == ToMeasure()


@pytest.mark.parametrize(
    ("without", "bent", "agrees"),
    [
        (SAME, 0.3, True),
        (SHARES, 0.3, False),
        (SHARES * np.float32(1.0001), 0.3, False),
        (SAME, 1e-5, False),
    ],
    ids=["does something", "does nothing", "does next to nothing", "is straight"],
)
def test_a_layer_does_what_was_seen_of_it(without: Any, bent: float, *, agrees: bool) -> None:
    """Answers move when it is taken away, and an activation is no straight line."""
    found = to_measure(network(), Layers(USUAL))
    assert found.agrees(SHARES, [without], [bent]) is agrees


def test_answers_that_are_all_the_same_show_nothing() -> None:
    """A network that has not learnt is measured by other checks."""
    assert to_measure(network(), Layers(USUAL)).agrees(SAME, [SAME], [0.5])


def side_by_side() -> Program:
    """Two products of the images, and the output of their sum."""
    shapes = [KERNELS[0], KERNELS[0], KERNELS[1]]
    made = network()
    kernel = made.variables[0]
    infer = graph(
        [IMAGES, *(Spec("float32", shape) for shape in shapes)],
        [
            product((0, 0), (1, 0)),
            product((0, 0), (2, 0)),
            node("AddV2", (4, 0), (5, 0)),
            node("Relu", (6, 0)),
            product((7, 0), (3, 0)),
            node("Softmax", (8, 0)),
        ],
        [(9, 0)],
    )
    variables = (kernel, *made.variables)
    return msgspec.structs.replace(made, variables=variables, infer=Function(infer))


def test_layers_that_do_not_follow_one_another_are_not_what_was_seen() -> None:
    """They lie side by side, where a row of layers was seen."""
    with pytest.raises(RecipeError):
        to_measure(side_by_side(), Layers((FLAT, RELU, RELU, SOFTMAX)))
