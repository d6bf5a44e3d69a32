"""How far a value in a program is from a straight line of another one."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from autograder.recipes.graph import Function, Program, Spec, Variable
from autograder.trainer.straight_lines import bent
from tests.programs_of_operations import IMAGES, PIXELS, constant, graph, node, product, program

ROWS = np.random.default_rng(3).random((100, PIXELS), np.float32)


def bent_by(hidden: int, *nodes: Any) -> float:
    """How far what comes of these operations behind a product is from a line of it."""
    from autograder.trainer.graph_training import started

    values = np.random.default_rng(4).normal(0, 1, (PIXELS, hidden)).astype(np.float32)
    infer = graph(
        [IMAGES, Spec("float32", values.shape)], [product((0, 0), (1, 0)), *nodes], [(2, 0)]
    )
    kernel = Variable(values.shape, "float32", "trained")
    made: Program = msgspec.structs.replace(
        program(), variables=(kernel, program().variables[-1]), infer=Function(infer)
    )
    (found,) = bent(started(made, 0, [values]), ROWS, [((2, 0), (2 + len(nodes), 0))])
    return found


@pytest.mark.parametrize("hidden", [8, 40], ids=["a line of all numbers", "of each number"])
@pytest.mark.parametrize(
    ("nodes", "is_bent"),
    [
        ([node("Relu", (2, 0))], True),
        ([node("Tanh", (2, 0))], True),
        ([node("Neg", (2, 0))], False),
        ([constant(1000.0, "float32"), node("AddV2", (2, 0), (3, 0)), node("Relu", (4, 0))], False),
    ],
    ids=["relu", "tanh", "neg", "lifted relu"],
)
def test_what_bends_is_told_from_what_does_not(
    hidden: int, nodes: list[Any], *, is_bent: bool
) -> None:
    """By its values for the images, whatever the operation is called."""
    assert (bent_by(hidden, *nodes) >= 0.01) is is_bent
