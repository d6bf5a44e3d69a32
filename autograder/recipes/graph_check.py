"""Decides whether a traced program may be built and trained, by looking at it alone.

What it holds to: operations of `graph_operations` with exactly their inputs and attributes, values
that are there, sizes, and how much knowledge fits into constants. Bounds that stand in tensors, as
the length of a `Range`, cannot be seen here; the limits of the process that trains are for them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from autograder.recipes.graph import (
    FLOATS,
    HELD_AS,
    LIST,
    Attribute,
    Constant,
    Drawn,
    Function,
    Graph,
    Held,
    Node,
    Program,
    Seed,
    Spec,
)
from autograder.recipes.graph_operations import (
    BITS,
    DRAWS,
    OPERATIONS,
    TEXTS,
    Operation,
)
from autograder.recipes.recipe import MOST_PARAMETERS
from autograder.wire.errors import RecipeError

MOST_NODES = 4_000
DEEPEST = 4
# What all constants of one program may say together: a classifier of 160 bytes reaches two thirds.
MOST_CONSTANT_BYTES = 64
MOST_FLOATS = 64
MOST_INTEGER_BYTES = 256
# A constant of one value throughout may be as large as this.
MOST_FILLED = 2**16
# Arrays from outside, as the mean and the deviation of every pixel: `Program.held_bytes`.
MOST_HELD_BYTES = 2**16
MOST_INTEGER = 2**31
MOST_LIST = 64
MOST_VARIABLES = 1_000


def check(program: Program) -> None:
    """Raises `RecipeError` for a program that is not to be built."""
    functions = program.functions()
    if sum(len(list(function.graph.all_nodes())) for function in functions) > MOST_NODES:
        raise RecipeError("unrepeatable.graph_size")
    _check_variables(program)
    _check_held(program.held)
    for function in functions:
        _check_graph(function.graph, DEEPEST)
        if any(place >= len(program.held) for place in function.held):
            _refuse("held")
    _check_signatures(program)
    _check_knowledge(_constants(functions))


def _check_variables(program: Program) -> None:
    variables = program.variables
    roles = [variable.role for variable in variables]
    order = ("trained", "state", "metric")
    if roles != sorted(roles, key=order.index) or len(variables) > MOST_VARIABLES:
        _refuse("variables")
    if sum(math.prod(variable.shape) for variable in variables) > MOST_PARAMETERS:
        raise RecipeError("unrepeatable.graph_size")
    for variable in variables:
        start = variable.initial
        if isinstance(start, Seed) and math.prod(variable.shape) > MOST_LIST:
            _refuse("variables")
        if isinstance(start, Held):
            held = program.held[start.place] if start.place < len(program.held) else None
            if held is None or (held.shape, held.dtype) != (variable.shape, variable.dtype):
                _refuse("held")
        if isinstance(start, Drawn) and variable.dtype not in FLOATS:
            _refuse("variables")
    if any(place >= len(program.of_role("trained")) for place, _function in program.constraints):
        _refuse("variables")


def _check_held(held: Sequence[Constant]) -> None:
    for constant in held:
        _check_constant(constant, MOST_HELD_BYTES)
    if sum(len(constant.data) for constant in held) > MOST_HELD_BYTES:
        raise RecipeError("unrepeatable.graph_knowledge")


def _check_signatures(program: Program) -> None:
    """Each graph takes and returns as many values as `Program` says."""
    trained, states, metrics = (
        [Spec(variable.dtype, variable.shape) for variable in program.of_role(role)]
        for role in ("trained", "state", "metric")
    )
    everything = [*trained, *states, *metrics]
    new = 1 + len(states) + len(metrics)
    rows = range(1, 4)
    for step in (program.train, program.test):
        if step is not None:
            _check_signature(step, program, everything, rows, new)
    _check_signature(program.result, program, metrics, range(1), len(program.logs))
    _check_signature(program.infer, program, [*trained, *states], range(1, 2), 1)
    if program.rate is not None:
        _check_signature(program.rate, program, [], range(1, 2), 1)
    for place, constraint in program.constraints:
        _check_signature(constraint, program, [trained[place]], range(1), 1)
    for variable in program.variables:
        function = getattr(variable.initial, "function", None)
        if function is not None:
            _check_signature(function, program, [], range(1), 1)


def _check_signature(
    function: Function, program: Program, last: list[Spec], before: range, outputs: int
) -> None:
    held = [program.held[place] for place in function.held]
    behind = [*last, *(Spec(one.dtype, one.shape) for one in held)]
    inputs = function.graph.inputs
    first = len(inputs) - len(behind)
    if first not in before or len(function.graph.outputs) != outputs:
        _refuse("signature")
    if list(inputs[first:]) != behind:
        _refuse("signature")


def _check_graph(graph: Graph, depth: int) -> None:
    if depth == 0:
        _refuse("depth")
    if any(math.prod(length or 1 for length in spec.shape or ()) > 2**31 for spec in graph.inputs):
        _refuse("shape")
    _check_references(graph.outputs, graph, len(graph.inputs) + len(graph.nodes))
    for place, node in enumerate(graph.nodes, len(graph.inputs)):
        _check_node(node, depth)
        for tensors in node.inputs:
            _check_references(tensors, graph, place)


def _check_references(references: Sequence[tuple[int, int]], graph: Graph, before: int) -> None:
    for place, output in references:
        if place >= before or (output and place < len(graph.inputs)):
            _refuse("reference")


def _check_node(node: Node, depth: int) -> None:
    known = OPERATIONS.get(node.operation)
    if known is None or (node.operation in DRAWS and depth < DEEPEST):
        raise RecipeError("unrepeatable.graph_operation", operation=node.operation)
    if len(node.inputs) != len(known.inputs) or set(node.attributes) != set(known.attributes):
        _refuse(node.operation)
    for tensors, (_name, is_list) in zip(node.inputs, known.inputs, strict=True):
        if (len(tensors) != 1 and not is_list) or len(tensors) > MOST_VARIABLES:
            _refuse(node.operation)
    for name, value in node.attributes.items():
        if not _is_of_kind(known, name, value):
            _refuse(node.operation)
        if isinstance(value, Graph):
            _check_branch(node, value, depth)
        if isinstance(value, Constant):
            _check_constant(value, MOST_CONSTANT_BYTES)
    if node.operation == "Bitcast" and node.attributes["type"] not in BITS:
        # Else a few whole numbers could hold the floats of a classifier.
        _refuse(node.operation)


def _check_branch(node: Node, branch: Graph, depth: int) -> None:
    """The graph of a loop or of a branch takes what the operation takes, but for a condition."""
    if len(branch.inputs) != len(node.inputs[-1]):
        _refuse(node.operation)
    _check_graph(branch, depth - 1)


def _is_of_kind(known: Operation, name: str, value: Attribute) -> bool:  # noqa: PLR0911 - a table
    match known.attributes[name]:
        case "flag":
            return isinstance(value, bool)
        case "int":
            return _is_integer(value)
        case "float":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "dtype":
            return isinstance(value, str) and value in known.dtypes
        case "ints":
            return _are_integers(value)
        case "shape":
            return value is None or (_are_integers(value, unknown=True))
        case "text":
            return isinstance(value, str) and TEXTS.fullmatch(value) is not None
        case "graph":
            return isinstance(value, Graph)
        case "constant":
            return isinstance(value, Constant)
        case _:
            return False


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST_INTEGER


def _are_integers(value: object, *, unknown: bool = False) -> bool:
    if not isinstance(value, tuple) or len(value) > MOST_LIST:
        return False
    return all(_is_integer(one) or (unknown and one is None) for one in value)


def _check_constant(constant: Constant, most_bytes: int) -> None:
    size = _item_bytes(constant.dtype)
    if constant.dtype == "bool" and set(constant.data) - {0, 1}:
        _refuse("Const")
    if len(constant.data) > most_bytes:
        raise RecipeError("unrepeatable.graph_knowledge")
    if len(constant.data) == size and constant.count <= MOST_FILLED:
        return
    if len(constant.data) != size * constant.count:
        _refuse("Const")


def _item_bytes(dtype: str) -> int:
    import numpy as np

    return np.dtype(HELD_AS.get(dtype, dtype)).itemsize


def _constants(functions: Sequence[Function]) -> Iterator[Constant]:
    for function in functions:
        for node in function.graph.all_nodes():
            for value in node.attributes.values():
                if isinstance(value, Constant):
                    yield value


def _check_knowledge(constants: Iterator[Constant]) -> None:
    """All constants together say no more than a network needs that has learnt nothing."""
    floats, integers = set[tuple[str, bytes]](), set[tuple[str, bytes]]()
    for constant in constants:
        size = _item_bytes(constant.dtype)
        if constant.dtype in FLOATS:
            parts = range(0, len(constant.data), size)
            floats |= {(constant.dtype, constant.data[at : at + size]) for at in parts}
        elif constant.dtype != LIST:
            integers.add((constant.dtype, constant.data))
    if len(floats) > MOST_FLOATS:
        raise RecipeError("unrepeatable.graph_knowledge")
    if sum(len(data) for _dtype, data in integers) > MOST_INTEGER_BYTES:
        raise RecipeError("unrepeatable.graph_knowledge")


def _refuse(part: str) -> None:
    raise RecipeError("unrepeatable.graph_form", part=part)
