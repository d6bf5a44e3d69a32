"""Traced programs that are refused before anything of them is built."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from autograder.recipes.graph import (
    MOST_PROGRAM_BYTES,
    Constant,
    Function,
    Graph,
    Held,
    Node,
    Program,
    Seed,
    Spec,
    Variable,
    decode_program,
    encode_program,
)
from autograder.recipes.graph_check import (
    DEEPEST,
    MOST_FLOATS,
    MOST_INTEGER_BYTES,
    MOST_NODES,
    check,
)
from autograder.wire.errors import RecipeError
from tests.programs_of_operations import (
    CLASSES,
    FIRST,
    MATMUL,
    PIXELS,
    W,
    X,
    constant,
    graph,
    inferring,
    node,
    product,
    program,
)

replace = msgspec.structs.replace


def filled(dtype: str, shape: tuple[int, ...], data: bytes) -> Node:
    return node("Const", value=Constant(dtype, shape, data))  # type: ignore[arg-type]


def nested(depth: int) -> Node:
    """A loop in a loop in a loop."""
    inner = [nested(depth - 1)] if depth > 1 else []
    spec = [Spec("float32", (None, PIXELS))]
    body = graph(spec, inner, [(0, 0)])
    condition = graph(spec, [filled("bool", (), b"\1")], [(1, 0)])
    return node("StatelessWhile", [(0, 0)], cond=condition, body=body)


def drawing_in_a_loop() -> Node:
    spec = [Spec("float32", (None, PIXELS))]
    draw = node("RandomStandardNormal", (1, 0), dtype="float32")
    body = graph(spec, [constant([2, PIXELS]), draw], [(2, 0)])
    condition = graph(spec, [filled("bool", (), b"\1")], [(1, 0)])
    return node("StatelessWhile", [X], cond=condition, body=body)


def looping(body: Graph) -> Node:
    condition = graph([Spec("float32", (None, PIXELS))], [filled("bool", (), b"\1")], [(1, 0)])
    return node("StatelessWhile", [X], cond=condition, body=body)


def with_variables(*variables: Variable) -> Program:
    return replace(program(), variables=variables)


KERNEL, METRIC = program().variables
HOSTILE: dict[str, Program] = {
    # what is not in the vocabulary
    **{
        f"operation {name}": inferring(node(name, X))
        for name in (
            "ReadFile", "WriteFile", "PyFunc", "PyFuncStateless", "EagerPyFunc", "PartitionedCall",
            "StatefulPartitionedCall", "VarHandleOp", "HashTableV2", "Print", "PrintV2", "Assert",
            "MatchingFiles", "DecodePng", "XlaLaunch", "TensorSliceDataset", "Save", "RestoreV2",
            "While", "If", "Placeholder", "NoOp", "MaxPoolGradWithArgmax", "", "matmul",
        )
    },
    # what has not its form
    "an attribute more": inferring(node("MatMul", X, W, **MATMUL, _device=True)),
    "an attribute less": inferring(node("MatMul", X, W, transpose_a=False)),
    "an attribute of another kind": inferring(node("MatMul", X, W, **MATMUL | {"grad_a": 1})),
    "a huge number": inferring(constant(0), node("OneHot", X, X, X, X, axis=2**40)),
    "a path as text": inferring(
        node(
            "Conv2D", X, W, strides=(1, 1, 1, 1), use_cudnn_on_gpu=True, padding="/etc/passwd",
            explicit_paddings=(), data_format="NHWC", dilations=(1, 1, 1, 1),
        )
    ),
    "an input less": inferring(node("MatMul", X, **MATMUL)),
    "an input more": inferring(node("MatMul", X, W, W, **MATMUL)),
    "two tensors for one": inferring(node("MatMul", [X, X], W, **MATMUL)),
    # what is not there
    "itself": inferring(product(FIRST)),
    "what comes later": inferring(product((3, 0)), product()),
    "beyond the end": inferring(product((90, 0))),
    "no such output of an input": inferring(product((0, 1))),
    "an answer that is not there": inferring(product(), output=(9, 0)),
    "an array that is not there": replace(
        program(), infer=Function(program().infer.graph, held=(0,))
    ),
    # too much
    "nodes": inferring(*[product()] * (MOST_NODES + 1)),
    "depth": inferring(nested(DEEPEST)),
    "parameters": with_variables(replace(KERNEL, shape=(2**20, 2**20)), METRIC),
    "a filled constant": inferring(filled("float32", (2**20, 2**20), b"\0" * 4)),
    "a rank": inferring(filled("float32", (1,) * 9, b"\0" * 4)),
    # knowledge
    "weights in one constant": inferring(constant([0.5] * 8 + [0.25] * 24, "float32")),
    "weights in many constants": inferring(
        *[constant(place / 7, "float32") for place in range(MOST_FLOATS + 1)]
    ),
    "weights as whole numbers": inferring(
        *[
            constant([place, *range(15)], "int32")
            for place in range(MOST_INTEGER_BYTES // 64 + 1)
        ]
    ),
    "floats out of whole numbers": inferring(
        constant([7] * 4), node("Bitcast", FIRST, type="float32")
    ),
    "weights from outside": replace(
        program(), held=(Constant("float32", (2**15,), bytes(range(256)) * 2**9),)
    ),
    # constants that are not what they say
    "less than a constant's shape": inferring(filled("float32", (3,), b"\0" * 8)),
    "half a number": inferring(filled("float32", (), b"\0" * 3)),
    "no data": inferring(filled("float32", (2,), b"")),
    "a truth of two": inferring(filled("bool", (), b"\2")),
    # loops
    "a loop of another width": inferring(
        looping(graph([Spec("float32", None)] * 2, [], [(0, 0)]))
    ),
    "a draw in a loop": inferring(drawing_in_a_loop()),
    # variables
    "metrics first": with_variables(METRIC, KERNEL),
    "a start that is not there": with_variables(replace(KERNEL, initial=Held(0)), METRIC),
    "a start of another shape": replace(
        with_variables(replace(KERNEL, initial=Held(0)), METRIC),
        held=(Constant("float32", (1,), b"\0" * 4),),
    ),
    "a large seed": with_variables(replace(KERNEL, initial=Seed(), shape=(100, 100)), METRIC),
    "a whole number drawn": with_variables(replace(KERNEL, dtype="int32"), METRIC),
    "a constraint on nothing": replace(program(), constraints=((1, program().result),)),
    # what a graph takes and returns
    "a step without its kernel": replace(program(), train=program().infer),
    "an answer too many": replace(
        program(),
        infer=Function(graph([*program().infer.graph.inputs], [product()], [FIRST, FIRST])),
    ),
    "logs without numbers": replace(program(), logs=("loss", "accuracy")),
    "another kernel": with_variables(replace(KERNEL, shape=(CLASSES, PIXELS)), METRIC),
}  # fmt: skip


def test_an_honest_program_may_be_built() -> None:
    """The program that the hostile ones are made of passes."""
    check(program())


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_program_is_refused(hostile: Program) -> None:
    """Nothing is built of it, whether it is refused when it is read or when it is looked at."""
    with pytest.raises(RecipeError):
        check(decode_program(encode_program(hostile)))


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain["infer"]["graph"]["inputs"].__setitem__(0, ["resource", []]),
        lambda plain: plain["infer"]["graph"]["inputs"].__setitem__(0, ["float32", [-1]]),
        lambda plain: plain["infer"]["graph"]["outputs"].__setitem__(0, [-1, 0]),
        lambda plain: plain["infer"]["graph"].__setitem__("library", []),
        lambda plain: plain.__setitem__("logs", ["x" * 1000]),
        lambda plain: plain["variables"][0].__setitem__("dtype", "string"),
    ],
    ids=["resource", "negative", "before", "library", "name", "string"],
)
def test_what_cannot_be_said_is_not_read(change: Any) -> None:
    """Resources, texts, negative lengths and parts that are no program's."""
    plain = msgspec.msgpack.decode(encode_program(program()))
    assert decode_program(msgspec.msgpack.encode(plain, order="sorted")) == program()
    change(plain)
    with pytest.raises(RecipeError):
        decode_program(msgspec.msgpack.encode(plain, order="sorted"))


def test_sizes_are_kept_before_anything_is_read() -> None:
    """A program of more bytes than any honest one is not even parsed."""
    large = inferring(*[constant(place) for place in range(MOST_PROGRAM_BYTES // 8)])
    with pytest.raises(RecipeError, match="graph_size"):
        decode_program(encode_program(large))
