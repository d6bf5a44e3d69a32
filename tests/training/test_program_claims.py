"""What the sandbox saw of a traced model is refused where its program is of another kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from autograder.recipes.graph import Drawn, Function, Graph, Program, Spec, Variable
from autograder.recipes.graph_check import check
from autograder.recipes.layer import GLOROT
from autograder.recipes.layers import Layer, Layers
from autograder.recipes.unknown import UNKNOWN
from autograder.training.program_claims import products_of, refuse_contradictions
from autograder.wire.errors import RecipeError
from tests.programs_of_operations import IMAGES, PIXELS, graph, node, product, program

HIDDEN, OUTPUTS = 5, 3
KERNELS = [(PIXELS, HIDDEN), (HIDDEN, OUTPUTS)]
FLAT = Layer("Flatten", output_shape=(PIXELS,))
RELU = Layer("Dense", HIDDEN, "relu", output_shape=(HIDDEN,))
SOFTMAX = Layer("Dense", OUTPUTS, "softmax", output_shape=(OUTPUTS,))
USUAL = (FLAT, RELU, SOFTMAX)


def network(*, hidden: str = "Relu", output: str = "Softmax") -> Program:
    """Two products with weights, one behind the other, with an operation behind each."""
    infer = graph(
        [IMAGES, *(Spec("float32", shape) for shape in KERNELS)],
        [
            product((0, 0), (1, 0)),
            node(hidden, (3, 0)),
            product((4, 0), (2, 0)),
            node(output, (5, 0)),
        ],
        [(6, 0)],
    )
    kernels = tuple(Variable(shape, "float32", "trained", Drawn(GLOROT)) for shape in KERNELS)
    made = program()
    step = made.train.graph
    first, labels, _kernel, metric = step.inputs
    specs = (first, labels, *(Spec("float32", shape) for shape in KERNELS), metric)
    train = Graph(specs, (), ((4, 0), (4, 0)))
    return msgspec.structs.replace(
        made,
        variables=(*kernels, made.variables[-1]),
        infer=Function(infer),
        train=Function(train),
    )


def seen(*layers: Layer, loss: Any = "mse") -> dict[str, Any]:
    return {"layers": Layers(layers), "loss": loss}


def test_products_are_found_with_what_is_behind_them() -> None:
    """In the order of their computation, each with the form of its weights."""
    made = network()
    check(made)
    found = products_of(made)
    assert [(one.kernel, one.operations) for one in found] == [
        (KERNELS[0], {"Relu"}),
        (KERNELS[1], {"Softmax"}),
    ]


@pytest.mark.parametrize(
    "layers",
    [
        USUAL,
        (Layer("Flatten", output_shape=UNKNOWN), RELU, SOFTMAX),
        (FLAT, replace(RELU, activation=UNKNOWN), SOFTMAX),
        (FLAT, replace(RELU, activation="linear"), Layer("ReLU"), SOFTMAX),
        (FLAT, replace(RELU, activation="gelu"), SOFTMAX),
        # A class of one's own may multiply by what it likes.
        (Layer("Mine", output_shape=(HIDDEN,)), SOFTMAX),
    ],
    ids=str,
)
def test_what_fits_the_program_is_taken(layers: tuple[Layer, ...]) -> None:
    """Layers that multiply as the program does; what is unknown contradicts nothing."""
    refuse_contradictions(network(), seen(*layers))


@pytest.mark.parametrize(
    "layers",
    [
        (FLAT, SOFTMAX),
        (FLAT, RELU, RELU, SOFTMAX),
        (FLAT, replace(RELU, units=HIDDEN + 1), SOFTMAX),
        (Layer("Flatten", output_shape=(2 * PIXELS,)), RELU, SOFTMAX),
        (FLAT, RELU, replace(SOFTMAX, activation="linear")),
        (Layer("Mine"), SOFTMAX, RELU),
        (),
    ],
    ids=str,
)
def test_other_layers_are_refused(layers: tuple[Layer, ...]) -> None:
    """Another number of `Dense` layers, another width or order, and outputs that are hidden."""
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(network(), seen(*layers))


@pytest.mark.parametrize(
    ("made", "word"),
    [(network(hidden="Neg"), "relu"), (network(hidden="Neg"), "tanh")],
    ids=["relu", "tanh"],
)
def test_an_activation_has_to_be_there(made: Program, word: str) -> None:
    """Behind a product that is said to have one is more than a straight line."""
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(made, seen(FLAT, replace(RELU, activation=word), SOFTMAX))


def test_a_dropout_draws_lots() -> None:
    """A step of training draws as often as dropouts were seen, or one of them is never used."""
    dropout = Layer("Dropout", rate=0.5, output_shape=(HIDDEN,))
    layers = seen(FLAT, RELU, dropout, SOFTMAX)
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(network(), layers)
    draw = msgspec.structs.replace(node("Neg", (0, 0)), operation="StatelessRandomUniformV2")
    made = network()
    train = msgspec.structs.replace(made.train.graph, nodes=(draw,))
    drawing = msgspec.structs.replace(made, train=Function(train))
    refuse_contradictions(drawing, layers)
    twice = seen(FLAT, RELU, dropout, dropout, SOFTMAX)
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(drawing, twice)
    refuse_contradictions(made, seen(FLAT, RELU, replace(dropout, rate=0.0), SOFTMAX))


def test_the_output_is_what_it_is_said_to_be() -> None:
    """Shares where softmax was seen, and none where the output is a plain sum."""
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(network(output="Neg"), seen(*USUAL))
    plain = replace(SOFTMAX, activation="linear")
    refuse_contradictions(network(output="Neg"), seen(FLAT, RELU, plain))


def test_a_crossentropy_takes_logarithms() -> None:
    """A loss that is called one and computes none is refused."""
    with pytest.raises(RecipeError, match="contradicted"):
        refuse_contradictions(network(), seen(*USUAL, loss="sparse_categorical_crossentropy"))
    refuse_contradictions(network(), {"layers": UNKNOWN, "loss": UNKNOWN})
