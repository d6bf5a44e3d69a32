"""Builds what a traced program says, an operation at a time, in the function being traced.

Only operations of `recipes.graph_operations` are built, by TensorFlow's own functions for them, and
with the attributes that are named there. `graph_check` has seen the program before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from autograder.recipes.graph import HELD_AS, Constant, Function, Graph, Node
from autograder.recipes.graph_operations import DRAWS, OPERATIONS

# The seed of a draw: an integer tensor of two numbers, other ones each time that it is called.
Seeds = Iterator[Any]


class Built:
    """A function of a program, which can be called while another function is traced.

    Arrays from outside are variables here: as constants, TensorFlow would compute with them
    beforehand, and change the last bit.
    """

    def __init__(self, function: Function, held: Sequence[Constant]) -> None:
        import tensorflow as tf

        self._graph = function.graph
        self._held = [
            tf.Variable(array_of(held[place]), trainable=False, dtype=held[place].dtype)
            for place in function.held
        ]

    def __call__(self, *tensors: Any, seeds: Seeds | None = None) -> list[Any]:
        import tensorflow as tf

        held = [tf.convert_to_tensor(variable) for variable in self._held]
        return run(self._graph, [*tensors, *held], seeds)


def array_of(constant: Constant) -> NDArray[Any]:
    """The array that a constant stands for."""
    import tensorflow as tf

    values = constant.held()
    if constant.dtype in HELD_AS:
        values = values.view(tf.as_dtype(constant.dtype).as_numpy_dtype)
    if len(values) == 1 and constant.count != 1:
        return np.full(constant.shape, values[0])
    return values.reshape(constant.shape)


def run(graph: Graph, tensors: Sequence[Any], seeds: Seeds | None = None) -> list[Any]:
    """Builds the graph behind these tensors; returns its outputs."""
    values = [[tensor] for tensor in tensors]
    for node in graph.nodes:
        inputs = [[values[place][output] for place, output in each] for each in node.inputs]
        values.append(_built(node, inputs, seeds))
    return [values[place][output] for place, output in graph.outputs]


def _built(node: Node, inputs: list[list[Any]], seeds: Seeds | None) -> list[Any]:
    import tensorflow as tf

    if node.operation == "Const":
        constant = node.attributes["value"]
        assert isinstance(constant, Constant)  # noqa: S101 - `graph_check` has seen to it
        return [tf.constant(array_of(constant))]
    if node.operation in DRAWS:
        return [_drawn(node, inputs, seeds)]
    if node.operation == "StatelessWhile":
        return _loop(node, inputs[0])
    if node.operation == "StatelessIf":
        return _branch(node, inputs[0][0], inputs[1])
    known = OPERATIONS[node.operation]
    named = {
        name: tensors if is_list else tensors[0]
        for (name, is_list), tensors in zip(known.inputs, inputs, strict=True)
    }
    made = getattr(tf.raw_ops, node.operation)(**named, **_attributes(node))
    return list(tf.nest.flatten(made)[0].op.outputs)


def _attributes(node: Node) -> dict[str, Any]:
    import tensorflow as tf

    kinds = OPERATIONS[node.operation].attributes
    found: dict[str, Any] = {}
    for name, value in node.attributes.items():
        found[name] = tf.TensorShape(value) if kinds[name] == "shape" else value
        if kinds[name] == "ints":
            found[name] = list(value)  # type: ignore[arg-type] # `graph_check` has seen to it
    return found


def _drawn(node: Node, inputs: list[list[Any]], seeds: Seeds | None) -> Any:
    """TensorFlow's own draw depends on what else is in the graph; this one on the order alone."""
    import tensorflow as tf

    draws: dict[str, Callable[..., Any]] = {
        "RandomStandardNormal": tf.random.stateless_normal,
        "RandomUniform": tf.random.stateless_uniform,
        "TruncatedNormal": tf.random.stateless_truncated_normal,
    }
    seed = tf.constant([0, 0]) if seeds is None else next(seeds)
    return draws[node.operation](inputs[0][0], seed, dtype=node.attributes["dtype"])


def _loop(node: Node, tensors: list[Any]) -> list[Any]:
    from tensorflow.python.framework import ops
    from tensorflow.python.ops import while_v2

    condition, body = (_graph(node, name, tensors) for name in ("cond", "body"))
    # TensorFlow's own way to make this operation once both graphs are there.
    made = while_v2._build_while_op(  # noqa: SLF001
        tensors,
        condition,
        body,
        output_shapes=[tensor.shape for tensor in body.outputs],
        parallel_iterations=10,
        name=ops.get_default_graph().unique_name("while"),
        num_original_outputs=len(tensors),
    )
    return list(made[0].op.outputs)


def _branch(node: Node, condition: Any, tensors: list[Any]) -> list[Any]:
    from tensorflow.python.framework import ops
    from tensorflow.python.ops import cond_v2

    then, otherwise = (_graph(node, name, tensors) for name in ("then_branch", "else_branch"))
    made = cond_v2._build_cond(  # noqa: SLF001 - as above
        condition,
        then,
        otherwise,
        tensors,
        tensors,
        building_gradient=False,
        name=ops.get_default_graph().unique_name("cond"),
    )
    return list(made)


def _graph(node: Node, name: str, tensors: list[Any]) -> Any:
    """The graph of a loop or of a branch, as TensorFlow has such graphs."""
    import tensorflow as tf
    from tensorflow.python.framework import func_graph, ops
    from tensorflow.python.ops import handle_data_util

    graph = node.attributes[name]
    assert isinstance(graph, Graph)  # noqa: S101 - `graph_check` has seen to it

    def inside(*inputs: Any) -> list[Any]:
        for outer, inner in zip(tensors, inputs, strict=True):
            # What is known of the tensors in a list.
            handle_data_util.copy_handle_data(outer, inner)
        return run(graph, inputs)

    own = ops.get_default_graph().unique_name(name)
    specs = [tf.TensorSpec(spec.shape, spec.dtype) for spec in graph.inputs]
    return func_graph.func_graph_from_py_func(
        f"{own}_{ops.uid()}", inside, specs, {}, add_control_dependencies=False
    )
