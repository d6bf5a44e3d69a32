"""What TensorFlow traced of a model, as plain data: operations of a vocabulary, one after another.

A second vocabulary, one level below `recipe`: a network that has no word there is traced in the
sandbox, and what arrives is this. It is written and read by msgspec alone. No graph in TensorFlow's
own form crosses the sandbox: whoever trains a program builds its graph again, an operation at a
time, so that devices, hidden attributes, names, references to itself or to what is not there cannot
even be said.

Equal networks have equal bytes: there are no names, only what the outputs need, in the order in
which it was traced, and bytes that are not written as `encode_program` writes them are refused.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union

import msgspec
import numpy as np
from msgspec import Meta
from numpy.typing import NDArray

from autograder.recipes.layer import Initializer, Length, Plain
from autograder.wire.errors import RecipeError

MOST_PROGRAM_BYTES = 2**19
MOST_RANK = 8

DType = Literal[
    "float32", "float16", "bfloat16", "float64", "bool", "int8", "int16", "int32", "int64",
    "uint8", "uint16", "uint32", "uint64",
]  # fmt: skip
FLOATS = ("float32", "float16", "bfloat16", "float64")
# What NumPy has no dtype for is held as the bytes of this one.
HELD_AS = {"bfloat16": "uint16"}
# A list of tensors in a loop.
LIST = "variant"
# Which value: a number counts the graph's inputs and then its operations; which of its outputs.
Reference = tuple[Annotated[int, Meta(ge=0)], Annotated[int, Meta(ge=0, le=1000)]]
Shape = Annotated[tuple[Length | None, ...], Meta(max_length=MOST_RANK)]


class Constant(Plain, frozen=True, tag_field="is", tag="constant"):
    """An array: its values in a row, or the one value that fills it."""

    dtype: DType
    shape: Annotated[tuple[Length, ...], Meta(max_length=MOST_RANK)]
    data: bytes

    @property
    def count(self) -> int:
        return math.prod(self.shape)

    def held(self) -> NDArray[Any]:
        """What `data` holds, as NumPy has it; `bfloat16` as the bytes of integers."""
        return np.frombuffer(self.data, HELD_AS.get(self.dtype, self.dtype))


class Spec(Plain, frozen=True, array_like=True):
    """What an input is; the shape is `None` where not even its rank is known."""

    dtype: DType | Literal["variant"]
    shape: Shape | None


class Node(Plain, frozen=True, array_like=True):
    """One operation: a name of `graph_operations`, for each of its inputs the tensors it takes, and
    what of its attributes does not follow from these.
    """

    operation: Annotated[str, Meta(max_length=60)]
    inputs: tuple[tuple[Reference, ...], ...]
    attributes: dict[str, Attribute] = {}  # noqa: RUF012 - msgspec copies defaults


class Graph(Plain, frozen=True, tag_field="is", tag="graph"):
    """Operations in an order in which each takes what came before it."""

    inputs: tuple[Spec, ...]
    nodes: tuple[Node, ...]
    outputs: tuple[Reference, ...]

    def all_nodes(self) -> Iterator[Node]:
        """Its nodes, and those of the graphs in their attributes."""
        for node in self.nodes:
            yield node
            for value in node.attributes.values():
                if isinstance(value, Graph):
                    yield from value.all_nodes()


Attribute = Union[  # noqa: UP007 - of classes that are named before they are there
    None, bool, int, float, str, tuple[int | None, ...], Constant, Graph
]


class Function(Plain, frozen=True):
    """A graph with what it has from outside: the last inputs are arrays of `Program.held`."""

    graph: Graph
    held: tuple[Length, ...] = ()


class Drawn(Plain, frozen=True, tag_field="from", tag="initializer"):
    """Whoever trains draws the value."""

    initializer: Initializer


class Seed(Plain, frozen=True, tag_field="from", tag="seed"):
    """Whoever trains chooses the state of this random generator."""


class Computed(Plain, frozen=True, tag_field="from", tag="graph"):
    """What a graph without inputs computes."""

    function: Function


class Held(Plain, frozen=True, tag_field="from", tag="held"):
    """An array of `Program.held`."""

    place: Length


class Variable(Plain, frozen=True):
    """A variable; without `initial` a training has to be given its value.

    One that is `trained` follows gradients, a `state` is what the forward pass leaves, and a
    `metric` starts again at each epoch.
    """

    shape: Annotated[tuple[Length, ...], Meta(max_length=MOST_RANK)]
    dtype: DType
    role: Literal["trained", "state", "metric"]
    initial: Drawn | Seed | Computed | Held | None = None


class LossScale(Plain, frozen=True):
    """`keras.optimizers.LossScaleOptimizer` around the optimiser."""

    initial_scale: float
    dynamic_growth_steps: Annotated[int, Meta(ge=1)]


class Program(Plain, frozen=True):
    """A model and how it was compiled, but for its optimiser.

    `variables` are those that are trained, states and metrics, in this order. What each graph takes
    and returns:

        train, test  rows of the data, all variables -> loss, new states, new metrics
        result       metrics -> the numbers that `logs` names
        infer        images, trained variables, states -> predictions
        rate         the optimiser's count of steps -> learning rate
        constraints  the trained variable of that number after a step -> its value
    """

    variables: tuple[Variable, ...]
    train: Function
    result: Function
    infer: Function
    logs: Annotated[tuple[Annotated[str, Meta(max_length=100)], ...], Meta(max_length=100)]
    test: Function | None = None
    rate: Function | None = None
    constraints: tuple[tuple[Length, Function], ...] = ()
    scale: LossScale | None = None
    held: tuple[Constant, ...] = ()

    def functions(self) -> list[Function]:
        """Every graph with what it has from outside."""
        found = [self.train, self.result, self.infer, self.test, self.rate]
        found += [function for _place, function in self.constraints]
        starts = [variable.initial for variable in self.variables]
        found += [start.function for start in starts if isinstance(start, Computed)]
        return [function for function in found if function is not None]

    def of_role(self, role: str) -> tuple[Variable, ...]:
        return tuple(variable for variable in self.variables if variable.role == role)

    @property
    def held_bytes(self) -> int:
        """How much the values take that the sandbox gave, in place of whoever trains."""
        return sum(len(constant.data) for constant in self.held)


def encode_program(program: Program) -> bytes:
    """The bytes of a program; equal programs have equal bytes."""
    return msgspec.msgpack.encode(program, order="sorted")


def decode_program(data: bytes) -> Program:
    """What `encode_program` wrote; raises `RecipeError` for anything else.

    `graph_check.check` says whether it may be trained.
    """
    if len(data) > MOST_PROGRAM_BYTES:
        raise RecipeError("unrepeatable.graph_size")
    try:
        program = msgspec.msgpack.decode(data, type=Program)
    except (ValueError, TypeError, RecursionError, OverflowError) as error:
        raise RecipeError("unrepeatable.graph_unreadable") from error
    if encode_program(program) != data:
        raise RecipeError("unrepeatable.graph_unreadable")
    return program


# Read before there are threads: see `requests`.
msgspec.msgpack.Decoder(Program)
