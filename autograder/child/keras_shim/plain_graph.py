"""Turns a function of tensors into a graph of `recipes.graph`, by tracing it; in the sandbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.graph import HELD_AS, Attribute, Constant, Graph, Node, Reference, Spec
from autograder.recipes.graph_check import MOST_CONSTANT_BYTES, MOST_NODES
from autograder.recipes.graph_operations import OPERATIONS, RENAMED, Operation
from autograder.wire.errors import RecipeError

# A loop or a branch may have held what falls away here, as a line that prints.
STATELESS = {"While": "StatelessWhile", "If": "StatelessIf"}


@dataclass(frozen=True, slots=True)
class Traced:
    """A graph; `held` are the arrays that it has from outside, in the order of its last inputs.

    `structure` is what the function returned.
    """

    graph: Graph
    held: list[NDArray[Any]]
    structure: Any


def trace(function: Callable[..., Any], specs: Sequence[Any]) -> Traced:
    """What a function of tensors computes; raises `RecipeError` where no graph can say it."""
    import tensorflow as tf
    from tensorflow.python.framework import func_graph

    # A student's own `tf.function` would keep the tensors of the first tracing. Without control
    # dependencies, what nobody needs falls away, as a line that prints.
    eagerly = tf.config.functions_run_eagerly()
    tf.config.run_functions_eagerly(True)
    try:
        traced = func_graph.func_graph_from_py_func(
            "traced", function, list(specs), {}, add_control_dependencies=False
        )
    except RecipeError:
        raise
    except Exception as error:
        raise RecipeError("unrepeatable.graph_tracing") from error
    finally:
        tf.config.run_functions_eagerly(eagerly)
    held = []
    for outer, _inner in traced.captures:
        if not hasattr(outer, "numpy") or outer.dtype in (tf.resource, tf.variant):
            raise RecipeError("unrepeatable.graph_variable")
        held.append(np.array(outer))
    return Traced(plain(traced), held, traced.structured_outputs)


def plain(traced: Any) -> Graph:
    """A graph of TensorFlow's as plain data: what its outputs need, in the order it was traced.

    In another order, gradients would be added up in another order, and differ in their last bits.
    """
    places: dict[Any, int] = {tensor.op: place for place, tensor in enumerate(traced.inputs)}
    needed = _needed(traced.outputs, set(places))
    if len(needed) > MOST_NODES:
        raise RecipeError("unrepeatable.graph_size")
    nodes: list[Node] = []
    for operation in traced.get_operations():
        if operation in needed:
            places[operation] = len(traced.inputs) + len(nodes)
            nodes.append(_node(operation, places))
    outputs = tuple(_reference(tensor, places) for tensor in traced.outputs)
    return Graph(tuple(_spec(tensor) for tensor in traced.inputs), tuple(nodes), outputs)


def _needed(outputs: Sequence[Any], inputs: set[Any]) -> set[Any]:
    """The operations that outputs need, but for inputs; loops are too deep to recurse."""
    found, waiting = set(), [tensor.op for tensor in outputs]
    while waiting:
        operation = waiting.pop()
        if operation not in found and operation not in inputs:
            found.add(operation)
            waiting += [tensor.op for tensor in operation.inputs]
    return found


def constant_of(array: NDArray[Any]) -> Constant:
    """An array as plain data; one value throughout is held once."""
    name = str(array.dtype)
    values = np.ascontiguousarray(array).reshape(-1).view(HELD_AS.get(name, name))
    filled = len(values) > 1 and values.tobytes() == values[:1].tobytes() * len(values)
    data = (values[:1] if filled else values).tobytes()
    return Constant(name, array.shape, data)  # type: ignore[arg-type] # msgspec looks when it is read


def _node(operation: Any, places: dict[Any, int]) -> Node:
    name = STATELESS.get(operation.type, operation.type)
    known = OPERATIONS.get(name)
    if known is None:
        raise RecipeError("unrepeatable.graph_operation", operation=operation.type)
    rest = iter(operation.inputs)
    inputs = tuple(
        tuple(_reference(next(rest), places) for _ in range(_length(operation, argument)))
        for argument in operation.op_def.input_arg
    )
    return Node(name, inputs, _attributes(operation, known))


def _length(operation: Any, argument: Any) -> int:
    """How many tensors one of its inputs takes."""
    if argument.number_attr:
        return int(operation.get_attr(argument.number_attr))
    return len(operation.get_attr(argument.type_list_attr)) if argument.type_list_attr else 1


def _reference(tensor: Any, places: dict[Any, int]) -> Reference:
    return places[tensor.op], tensor.value_index


def _spec(tensor: Any) -> Spec:
    shape = tensor.shape
    return Spec(tensor.dtype.name, None if shape.rank is None else tuple(shape.as_list()))


def _attributes(operation: Any, known: Operation) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    graphs = _graphs(operation)
    for name, kind in known.attributes.items():
        found[name] = graphs[name] if kind == "graph" else _attribute(operation, name, kind)
    return found


def _attribute(operation: Any, name: str, kind: str) -> Attribute:
    import tensorflow as tf

    value = operation.get_attr(RENAMED.get((operation.type, name), name))
    match kind:
        case "dtype":
            return str(value.name)
        case "text":
            return str(value.decode())
        case "ints":
            return tuple(int(one) for one in value)
        case "shape":
            shape = tf.TensorShape(value)
            return None if shape.rank is None else tuple(shape.as_list())
        case "constant":
            constant = constant_of(tf.make_ndarray(value))
            if len(constant.data) > MOST_CONSTANT_BYTES:
                raise RecipeError("unrepeatable.graph_knowledge")
            return constant
        case _:
            return value  # type: ignore[no-any-return] # a plain number or a flag


def _graphs(operation: Any) -> dict[str, Graph]:
    """The graphs of a loop or of a branch, by the names of its attributes."""
    from tensorflow.python.ops import cond_v2, while_v2

    if operation.type in ("While", "StatelessWhile"):
        return {
            "cond": plain(while_v2._get_graph(operation, "cond", "_cond_graph")),  # noqa: SLF001 - TensorFlow's own way to it
            "body": plain(while_v2._get_graph(operation, "body", "_body_graph")),  # noqa: SLF001 - as above
        }
    if operation.type in ("If", "StatelessIf"):
        then, otherwise = cond_v2.get_func_graphs(operation)
        return {"then_branch": plain(then), "else_branch": plain(otherwise)}
    return {}
