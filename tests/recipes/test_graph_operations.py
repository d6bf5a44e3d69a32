"""The operations of traced programs against the TensorFlow that is installed."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from autograder.recipes.graph_operations import DRAWS, OPERATIONS, RENAMED, TEXTS

pytestmark = pytest.mark.slow

KINDS = {
    "bool": "flag", "int": "int", "float": "float", "type": "dtype", "list(int)": "ints",
    "shape": "shape", "string": "text", "func": "graph", "tensor": "constant",
}  # fmt: skip
# What TensorFlow has and a program does not say: it follows from the rest, or is of no account.
UNSAID = {
    "Const": {"dtype"},
    "StatelessIf": {"Tout", "output_shapes"},
    "StatelessWhile": {"output_shapes", "parallel_iterations"},
} | {name: {"seed", "seed2"} for name in DRAWS}


def definition(name: str) -> Any:
    from tensorflow.python.framework import op_def_registry

    return op_def_registry.get(name)


def inferred(operation: Any) -> set[str]:
    """The attributes that follow from the inputs."""
    arguments = operation.input_arg
    names = {(each.type_attr, each.number_attr, each.type_list_attr) for each in arguments}
    return {name for three in names for name in three if name}


def test_rows_say_what_tensorflow_takes() -> None:
    """Each input in its place, each attribute with its kind."""
    import tensorflow as tf

    for name, row in OPERATIONS.items():
        known = definition(name)
        lists = [bool(each.number_attr or each.type_list_attr) for each in known.input_arg]
        assert [is_list for _name, is_list in row.inputs] == lists, name
        kinds = {each.name: KINDS.get(each.type) for each in known.attr}
        left = kinds.keys() - inferred(known) - UNSAID.get(name, set())
        said = {RENAMED.get((name, each), each): kind for each, kind in row.attributes.items()}
        assert said == {each: kinds[each] for each in left}, name
        if name not in ("Const", *DRAWS):
            taken = inspect.signature(getattr(tf.raw_ops, name)).parameters
            assert {each for each, _is_list in row.inputs} <= taken.keys(), name
            assert row.attributes.keys() <= taken.keys(), name


def test_no_operation_reaches_beyond_numbers() -> None:
    """None has a state of its own but the draws, and none is about texts, files or tables."""
    import tensorflow as tf

    beyond = {tf.string, tf.resource}
    for name in OPERATIONS:
        known = definition(name)
        assert known.is_stateful == (name in DRAWS), name
        arguments = [*known.input_arg, *known.output_arg]
        types = {tf.as_dtype(each.type) for each in arguments if each.type}
        assert not types & beyond, name
        for each in known.attr:
            if each.type == "string":
                words = [word.decode() for word in each.allowed_values.list.s]
                assert all(TEXTS.fullmatch(word) for word in words), name
