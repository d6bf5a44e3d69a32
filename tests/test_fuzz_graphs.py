"""Traced programs that hostile hands have changed: refused or looked through, never a crash."""

from __future__ import annotations

import copy
from typing import Any

import msgspec
from hypothesis import strategies as st

from autograder.recipes.graph import Constant, Program, Spec, decode_program, encode_program
from autograder.recipes.graph_check import check
from autograder.wire.errors import RecipeError
from tests.hostile import fuzzed
from tests.programs_of_operations import X, constant, graph, inferring, node, product

ODD: list[Any] = [
    None, True, -1, 0, 1, 2**31, 2**63 - 1, -(2**63), 0.5, float("nan"), float("inf"), "", "MatMul",
    "StatelessWhile", "variant", "float32", "/etc/passwd", "x" * 1000, b"", b"\0" * 65, [], [[]],
    [-1, 0], [0, 10**6], {}, {"is": "graph"}, {"is": "constant"}, {"from": "seed"},
]  # fmt: skip


def looping() -> Program:
    """A program with a loop, lists, constants and attributes of most kinds."""
    spec = Spec("float32", (None, 4))
    condition = graph([spec], [constant(True, "bool")], [(1, 0)])
    body = graph([spec], [node("Neg", (0, 0))], [(1, 0)])
    return inferring(
        node("StatelessWhile", [X], cond=condition, body=body),
        node("Pack", [(2, 0), X], axis=1),
        constant([0, -1, 4]),
        node("Reshape", (3, 0), (4, 0)),
        node("Cast", (5, 0), DstT="float32", Truncate=False),
        node("EnsureShape", (6, 0), shape=(None, None, 4)),
        node("Const", value=Constant("float32", (4,), b"\0\0\0\0")),
        product(),
    )


PLAIN = encode_program(looping())


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to every part of a plain value."""
    found = [path] if path else []
    if isinstance(value, dict):
        pairs = list(value.items())
    else:
        pairs = list(enumerate(value)) if isinstance(value, list) else []
    for key, part in pairs:
        found += places(part, (*path, key))
    return found


def changed(changes: list[tuple[int, int]]) -> Any:
    """The program with other values in some of its places."""
    plain = msgspec.msgpack.decode(PLAIN)
    for place, odd in changes:
        ways = places(plain)
        *way, last = ways[place % len(ways)]
        part = plain
        for key in way:
            part = part[key]
        if odd == len(ODD) and isinstance(part, dict):
            del part[last]
        elif odd == len(ODD) + 1 and isinstance(part, list):
            part.insert(last, copy.deepcopy(part[last]))
        else:
            part[last] = copy.deepcopy(ODD[odd % len(ODD)])
    return plain


def test_without_a_change_it_is_a_program() -> None:
    """What the changed ones are made of passes, so that they are refused for their change."""
    assert msgspec.msgpack.encode(changed([]), order="sorted") == PLAIN
    check(decode_program(PLAIN))


NUMBERS = st.tuples(st.integers(0, 10**6), st.integers(0, len(ODD) + 1))


@fuzzed(st.lists(NUMBERS, min_size=1, max_size=3), often=100, seldom=1_000)
def test_a_changed_program_is_refused_or_whole(case: Any) -> None:
    """Whatever is read and looked through can be written again; all else is a `RecipeError`."""
    data = msgspec.msgpack.encode(changed(case), order="sorted")
    try:
        program = decode_program(data)
        check(program)
    except RecipeError:
        return
    assert encode_program(program) == data


@fuzzed(st.binary(max_size=200), often=100, seldom=1_000)
def test_any_bytes_are_refused_or_a_program(data: bytes) -> None:
    """Nothing but a `RecipeError` comes of bytes that are none."""
    try:
        check(decode_program(data))
    except RecipeError:
        return
    assert data == encode_program(decode_program(data))
