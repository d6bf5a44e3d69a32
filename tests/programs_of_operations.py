"""A small traced program written by hand, and what a hostile hand can make of it."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np

from autograder.recipes.graph import (
    Attribute,
    Constant,
    Drawn,
    Function,
    Graph,
    Node,
    Program,
    Reference,
    Spec,
    Variable,
)
from autograder.recipes.layer import GLOROT, ZEROS

PIXELS, CLASSES = 4, 3
IMAGES = Spec("float32", (None, PIXELS))
KERNEL = Spec("float32", (PIXELS, CLASSES))
# Inputs of `infer`, and the first of its nodes.
X, W, FIRST = (0, 0), (1, 0), (2, 0)
MATMUL = {"transpose_a": False, "transpose_b": False, "grad_a": False, "grad_b": False}


def node(operation: str, *inputs: Reference | list[Reference], **attributes: Attribute) -> Node:
    """An operation; an input is a tensor, or a list of them."""
    tensors = tuple(tuple(one) if isinstance(one, list) else (one,) for one in inputs)
    return Node(operation, tensors, attributes)


def constant(value: Any, dtype: str = "int32") -> Node:
    """A constant with these values."""
    array = np.array(value, dtype)
    return node("Const", value=Constant(str(array.dtype), array.shape, array.tobytes()))  # type: ignore[arg-type]


def product(x: Reference = X, w: Reference = W) -> Node:
    return node("MatMul", x, w, **MATMUL)


def graph(inputs: list[Spec], nodes: list[Node], outputs: list[Reference]) -> Graph:
    return Graph(tuple(inputs), tuple(nodes), tuple(outputs))


def program() -> Program:
    """One product with one kernel; its loss is the mean, and its metric the sum of losses."""
    scalar = Spec("float32", ())
    step = graph(
        [IMAGES, Spec("uint8", (None,)), KERNEL, scalar],
        [
            constant([0, 1]),
            product((0, 0), (2, 0)),
            node("Mean", (5, 0), (4, 0), keep_dims=False),
            node("AddV2", (3, 0), (6, 0)),
        ],
        [(6, 0), (7, 0)],
    )
    return Program(
        variables=(
            Variable((PIXELS, CLASSES), "float32", "trained", Drawn(GLOROT)),
            Variable((), "float32", "metric", Drawn(ZEROS)),
        ),
        train=Function(step),
        result=Function(graph([scalar], [], [(0, 0)])),
        infer=Function(graph([IMAGES, KERNEL], [product()], [FIRST])),
        logs=("loss",),
    )


def inferring(*nodes: Node, output: Reference | None = None) -> Program:
    """The program, but it predicts with these operations; the last one says the answer."""
    end = (1 + len(nodes), 0) if output is None else output
    found = Function(graph([IMAGES, KERNEL], list(nodes), [end]))
    return msgspec.structs.replace(program(), infer=found)
