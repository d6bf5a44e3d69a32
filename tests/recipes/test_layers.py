"""A network of the vocabulary into layers, and layers into answers about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.recipes import recipe
from autograder.recipes.layers import Layer, Layers, layers_of
from autograder.wire.messages import Value, message

FLATTEN = Layer("Flatten", output_shape=(784,))
HIDDEN = Layer("Dense", units=128, activation="relu", output_shape=(128,))
LINEAR = Layer("Dense", units=10, activation="linear", output_shape=(10,))
OUTPUT = Layer("Dense", units=10, activation="softmax", output_shape=(10,))
DROPOUT = Layer("Dropout", rate=0.2)


def network(*layers: recipe.AnyLayer, input_shape: tuple[int, ...] | None = None) -> recipe.Network:
    return recipe.Network(layers, input_shape)


def test_a_network_becomes_layers() -> None:
    """Each layer has its class, its numbers, and the shape that it makes of the data."""
    made = network(
        recipe.Rescaling(0.5),
        recipe.Flatten(),
        recipe.Dense(128, "relu"),
        recipe.Dropout(0.2),
        recipe.Dense(10),
        recipe.Activate("softmax"),
    )
    assert layers_of(made, (28, 28)) == (
        Layer("Rescaling", output_shape=(28, 28), scale=0.5),
        FLATTEN,
        HIDDEN,
        Layer("Dropout", rate=0.2, output_shape=(128,)),
        LINEAR,
        Layer("Activation", activation="softmax", output_shape=(10,)),
    )


def test_a_declared_input_decides_the_shapes() -> None:
    """A network that declares its input has the shapes of that, though its data do not fit."""
    made = network(recipe.Dense(10), input_shape=(784,))
    assert [layer.output_shape for layer in layers_of(made, (28, 28))] == [(10,)]


def test_a_network_that_cannot_be_built_has_no_shapes() -> None:
    """Layers that do not fit the data are described, their shapes left open."""
    made = network(recipe.Conv2D(4, (3, 3)), recipe.Dense(10, "softmax"))
    shapeless = (Layer("Conv2D", activation="linear"), Layer("Dense", 10, "softmax"))
    assert layers_of(made, (28, 28)) == shapeless


@pytest.mark.parametrize(
    ("layers", "activations"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), ["relu", "softmax"]),
        ((FLATTEN, HIDDEN, DROPOUT, LINEAR), ["relu", "linear"]),
        ((LINEAR, Layer("Activation", activation="tanh"), OUTPUT), ["tanh", "softmax"]),
        ((LINEAR, Layer("ReLU"), LINEAR, Layer("Softmax")), ["relu", "softmax"]),
        ((LINEAR, Layer("LeakyReLU"), LINEAR, Layer("ELU")), ["leaky_relu", "elu"]),
        ((LINEAR, DROPOUT, Layer("ReLU")), ["relu"]),
        ((LINEAR, Layer("Activation", activation="linear"), Layer("ReLU")), ["relu"]),
        ((HIDDEN, Layer("Activation", activation="tanh")), ["relu, tanh"]),
        ((HIDDEN, DROPOUT, Layer("ReLU")), ["relu"]),
        ((HIDDEN, Layer("Activation", activation="linear")), ["relu"]),
        ((HIDDEN, OUTPUT, Layer("Softmax")), ["relu", "softmax, softmax"]),
        ((LINEAR, Layer("Add"), Layer("ReLU")), ["relu"]),
        ((LINEAR, Layer("Multiply"), Layer("ReLU")), ["linear"]),
        ((Layer("ReLU"), LINEAR), ["linear"]),
        ((LINEAR, Layer("Rescaling", scale=0.5), Layer("ReLU")), ["linear"]),
        ((HIDDEN, Layer("Rescaling", scale=0.0), OUTPUT), ["softmax"]),
        ((FLATTEN, DROPOUT), []),
        ((), []),
    ],
)
def test_an_activation_behind_a_layer_is_the_layers_own(
    layers: tuple[Layer, ...], activations: list[str]
) -> None:
    """Only `Dense` layers count, and what follows each of them is folded in."""
    assert [layer.activation for layer in Layers(layers).dense] == activations


@pytest.mark.parametrize(
    ("layer", "activation"),
    [
        (recipe.ReLU(), "relu"),
        (recipe.ReLU(negative_slope=1.0), "linear"),
        (recipe.ReLU(negative_slope=0.5), "leaky_relu"),
        (recipe.ReLU(max_value=6.0), "relu6"),
        (recipe.ReLU(threshold=9.0), "bounded relu"),
        (recipe.ReLU(max_value=0.0), "bounded relu"),
        (recipe.LeakyReLU(), "leaky_relu"),
        (recipe.LeakyReLU(1.0), "linear"),
        (recipe.ELU(), "elu"),
        (recipe.PReLU(), "prelu"),
        (recipe.PReLU(recipe.Initializer("Constant", {"value": 0.25})), "prelu"),
        (recipe.PReLU(recipe.Initializer("Ones")), "linear"),
        (recipe.PReLU(recipe.Initializer("RandomNormal", {"mean": 1.0})), "linear"),
        (
            recipe.PReLU(recipe.Initializer("RandomUniform", {"minval": 0.9, "maxval": 1.1})),
            "linear",
        ),
        (recipe.Softmax(), "softmax"),
    ],
)
def test_numbers_decide_which_activation_it_is(layer: recipe.AnyLayer, activation: str) -> None:
    """A name says little where its numbers make a straight line of it, or nothing at all."""
    layers = layers_of(network(recipe.Flatten(), recipe.Dense(4), layer), (28, 28))
    assert [one.activation for one in layers.dense] == [activation]


def test_folding_changes_nothing_else() -> None:
    """A layer keeps its width and shape when an activation is folded into it."""
    assert Layers([LINEAR, Layer("Softmax")]).dense == (OUTPUT,)


@pytest.mark.parametrize(
    ("layers", "answer"),
    [
        ((FLATTEN, HIDDEN), True),
        ((Layer("Rescaling"), Layer("Reshape"), HIDDEN), True),
        ((HIDDEN, FLATTEN, OUTPUT), False),
        ((HIDDEN, OUTPUT), False),
        ((FLATTEN,), True),
        ((), False),
    ],
)
def test_only_what_stands_in_front_flattens(layers: tuple[Layer, ...], answer: bool) -> None:
    """Flattening counts in front of the first `Dense` layer, not behind it."""
    assert Layers(layers).flattens is answer


@pytest.mark.parametrize(
    ("kinds", "answer"),
    [
        (("Flatten", "Dense"), True),
        (("Rescaling", "Dropout", "Flatten", "Dense"), True),
        (("Conv2D", "MaxPooling2D", "Flatten", "Dense"), True),
        (("GlobalAveragePooling1D", "Dense"), False),
        (("Rescaling", "MaxPooling2D", "Flatten", "Dense"), False),
        (("Reshape", "Cropping2D", "Flatten", "Dense"), False),
        (("CenterCrop", "Flatten", "Dense"), False),
    ],
)
def test_pooling_in_front_hides_pixels(kinds: tuple[str, ...], answer: bool) -> None:
    """Pooling and cutting count only before the first layer that has weights."""
    assert Layers(map(Layer, kinds)).sees_every_pixel is answer


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        *((kind, True) for kind in ("Dropout", "BatchNormalization", "Rescaling", "RandomFlip")),
        *((kind, True) for kind in ("ELU", "Activation", "Permute", "MyOwnLayer")),
        *((kind, False) for kind in ("Conv1D", "Cropping2D", "MaxPooling2D", "Concatenate")),
        *((kind, False) for kind in ("UpSampling2D", "LSTM", "EinsumDense", "Embedding")),
        *((kind, False) for kind in ("CenterCrop", "Resizing", "MultiHeadAttention")),
    ],
)
def test_a_plain_network_is_dense_layers_in_a_row(kind: str, answer: bool) -> None:
    """What moves, joins, leaves out or mixes numbers is something else, known or not."""
    assert Layers((FLATTEN, HIDDEN, Layer(kind), OUTPUT)).is_plain is answer


def test_branches_are_followed_where_most_dense_layers_are() -> None:
    """Layers side by side are no deeper than one, and one that is applied twice counts once."""
    wide, narrow = recipe.Dense(8, "relu"), recipe.Dense(4, "relu")
    flatten, join, output = recipe.Flatten(), recipe.Concatenate(), recipe.Dense(10, "softmax")

    def widths(layers: tuple[recipe.AnyLayer, ...], *nodes: tuple[int, ...]) -> list[int]:
        return layers_of(recipe.Network(layers, (4,), nodes), (4,)).hidden_widths

    beside = (flatten, wide, narrow, join, output)
    assert widths(beside, (0, 0), (1, 1), (2, 1), (3, 2, 3), (4, 4)) == [8]
    assert widths(beside, (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4)) == [8, 4]
    assert widths((flatten, narrow, output), (0, 0), (1, 1), (1, 2), (2, 3)) == [4]
    assert widths((flatten, narrow, wide, output), (0, 0), (1, 1), (2, 2), (3, 3)) == [4, 8]


def test_what_was_measured_counts() -> None:
    """An idle layer is none, and a straight activation is linear."""
    layers = Layers((FLATTEN, HIDDEN, HIDDEN, LINEAR, Layer("ReLU"), OUTPUT))
    assert [one.activation for one in layers.measured((1,), (3,)).hidden] == ["relu", "linear"]
    assert [one.activation for one in layers.measured((), (2,)).hidden] == [
        "relu",
        "linear",
        "relu",
    ]


@pytest.mark.parametrize(
    ("behind", "activation"),
    [
        ((DROPOUT, FLATTEN), "softmax"),
        ((Layer("Rescaling", scale=1.0),), "softmax"),
        ((Layer("GlobalAveragePooling1D"),), "softmax"),
        ((Layer("Rescaling", scale=2.0),), "softmax, Rescaling"),
        ((Layer("BatchNormalization"),), "softmax, BatchNormalization"),
        ((Layer("Activation", activation="relu"),), "softmax, relu"),
        ((Layer("Average"), Layer("MyOwnLayer")), "softmax"),
        ((Layer("Multiply"),), "softmax, Multiply"),
        ((Layer("GlobalMaxPooling1D"),), "softmax, GlobalMaxPooling1D"),
    ],
)
def test_what_changes_the_answers_belongs_to_the_output(
    behind: tuple[Layer, ...], activation: str
) -> None:
    """So that probabilities are what the last activation made."""
    output = Layers((FLATTEN, HIDDEN, Layer("BatchNormalization"), OUTPUT, *behind)).output
    assert output is not None
    assert output.activation == activation


def test_logits_may_be_shifted_before_softmax() -> None:
    """What comes before the last activation is no harm."""
    output = Layers((LINEAR, Layer("BatchNormalization"), Layer("Softmax"))).output
    assert output is not None
    assert output.activation == "softmax"


def test_a_convolution_may_be_the_end() -> None:
    """Its own activation, and what follows, is that of the answers."""
    conv = Layer("Conv2D", activation="sigmoid", output_shape=(1, 1, 10))
    for layers, activation in (
        ((HIDDEN, conv, FLATTEN), "sigmoid"),
        ((conv, FLATTEN, OUTPUT), "softmax"),
        ((HIDDEN, replace(conv, activation="linear"), Layer("Softmax")), "softmax"),
    ):
        end = Layers(layers).end
        assert end is not None
        assert end.activation == activation
    assert Layers((FLATTEN,)).end is None


def test_the_first_dense_layer_takes_what_is_before_it() -> None:
    """As many numbers as the layer before it makes; 0 where nothing is before it, or known."""
    assert Layers((FLATTEN, HIDDEN)).numbers_taken == 784
    assert Layers((HIDDEN, OUTPUT)).numbers_taken == 0
    assert Layers((Layer("Flatten"), HIDDEN)).numbers_taken == 0


def test_a_layer_is_flat_with_one_row_of_each_image() -> None:
    """A shape of several dimensions is not flat; one that nobody knows may be."""
    shapes = ((10,), (28, 10), ())
    flat = [Layer("Dense", 10, output_shape=shape).is_flat for shape in shapes]
    assert flat == [True, False, True]


@pytest.mark.parametrize(
    ("layers", "words"),
    [
        ((FLATTEN, HIDDEN, OUTPUT), "Flatten, Dense(128, relu), Dense(10, softmax)"),
        (
            (LINEAR, Layer("Activation", activation="relu"), DROPOUT),
            "Dense(10, linear), Activation(relu), Dropout(0.2)",
        ),
        ((), message("layers.none")),
    ],
)
def test_a_stack_reads_as_a_line(layers: tuple[Layer, ...], words: Value) -> None:
    """A stack is named layer by layer, with what matters of each."""
    assert Layers(layers).in_words == words


def test_hidden_layers_have_widths() -> None:
    """They are the neurons of each `Dense` layer before the last one, which is the output."""
    layers = Layers((Layer("Flatten"), Layer("Dense", 16), DROPOUT, Layer("Dense", 10)))
    assert layers.hidden_widths == [16]
    assert layers.output == Layer("Dense", 10)
    assert Layers((Layer("Dense", 10),)).hidden_widths == []
    assert Layers().output is None


def test_what_is_scaled_in_front_reaches_the_first_layer() -> None:
    """Rescaling in front counts, around whatever passes numbers on; behind a layer it does not."""
    half, shift = recipe.Rescaling(0.5), recipe.Rescaling(1.0, offset=-1.0)
    for layers, expected in (
        ((recipe.Flatten(), recipe.Dense(10)), 8),
        ((half, recipe.Flatten(), shift, recipe.Dense(10)), 3),
        ((half, recipe.Dense(10), shift), 4),
        ((recipe.BatchNormalization(), half, recipe.Dense(10)), 8),
    ):
        assert layers_of(network(*layers), (28, 28)).rescaled(8) == expected
