"""The judge's own forward pass: numbers by hand, Keras's numbers, and nothing but a failure."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.recipes import recipe
from autograder.recipes.activations import FUNCTIONS, apply
from autograder.recipes.forward import MOST_VALUES, probabilities
from autograder.trainer.build import build, chain_variables
from autograder.trainer.build import made as made_by_keras
from autograder.wire.errors import Failure

LAYERS = {
    "Dense": recipe.Dense(3, "tanh"),
    "Dense without bias": recipe.Dense(3, use_bias=False),
    "Flatten": recipe.Flatten(),
    "Reshape": recipe.Reshape((8, -1)),
    "Activation": recipe.Activate("softsign"),
    "ReLU": recipe.ReLU(),
    "ReLU with all": recipe.ReLU(max_value=0.7, negative_slope=0.2, threshold=0.1),
    "LeakyReLU": recipe.LeakyReLU(),
    "ELU": recipe.ELU(0.5),
    "Softmax": recipe.Softmax(),
    "Softmax along rows": recipe.Softmax(axis=1),
    "PReLU": recipe.PReLU(),
    "PReLU, shared": recipe.PReLU(shared_axes=(1, 2)),
    "Rescaling": recipe.Rescaling(1 / 255, -0.5),
    "Dropout": recipe.Dropout(0.5),
    "Dropout of nothing": recipe.Dropout(0.0),
    "GaussianNoise": recipe.GaussianNoise(0.5),
    "GaussianDropout": recipe.GaussianDropout(0.5),
    "AlphaDropout": recipe.AlphaDropout(0.5),
    "SpatialDropout1D": recipe.SpatialDropout1D(0.5),
    "SpatialDropout2D": recipe.SpatialDropout2D(0.5),
    "ActivityRegularization": recipe.ActivityRegularization(0.5),
    "RandomFlip": recipe.RandomFlip(),
    "RandomTranslation": recipe.RandomTranslation(0.5, (0.1, 0.2)),
    "RandomRotation": recipe.RandomRotation(0.5),
    "RandomZoom": recipe.RandomZoom(0.5),
    "RandomContrast": recipe.RandomContrast(0.5),
    "RandomBrightness": recipe.RandomBrightness(0.5),
    "BatchNormalization": recipe.BatchNormalization(),
    "BatchNormalization along rows": recipe.BatchNormalization(axis=1, center=False),
    "BatchNormalization without scale": recipe.BatchNormalization(scale=False),
    "GroupNormalization": recipe.GroupNormalization(3),
    "UnitNormalization": recipe.UnitNormalization(),
    "Normalization": recipe.Normalization(-1, (0.1, 0.2, 0.3), (1.0, 2.0, 0.0)),
    "Normalization of everything": recipe.Normalization(None, 0.5, 2.0),
    "LayerNormalization": recipe.LayerNormalization(),
    "LayerNormalization, bare": recipe.LayerNormalization(center=False, scale=False),
    "Conv2D": recipe.Conv2D(4, (3, 2)),
    "Conv2D, same": recipe.Conv2D(4, (3, 2), (2, 3), "same", "relu", use_bias=False),
    "Conv1D": recipe.Conv1D(4, (3,), (2,)),
    "Conv1D, causal": recipe.Conv1D(4, (3,), padding="causal", use_bias=False),
    "DepthwiseConv2D": recipe.DepthwiseConv2D((3, 2), depth_multiplier=2, activation="tanh"),
    "SeparableConv1D": recipe.SeparableConv1D(4, (3,), (2,), "same", 2),
    "SeparableConv2D": recipe.SeparableConv2D(4, (3, 2), (2, 2), "same", use_bias=False),
    "Permute": recipe.Permute((3, 1, 2)),
    "RepeatVector": recipe.RepeatVector(3),
    "Identity": recipe.Identity(),
    "ZeroPadding1D": recipe.ZeroPadding1D((1, 2)),
    "ZeroPadding2D": recipe.ZeroPadding2D(((1, 2), (0, 3))),
    "Cropping1D": recipe.Cropping1D((1, 2)),
    "Cropping2D": recipe.Cropping2D(((1, 2), (0, 3))),
    "UpSampling1D": recipe.UpSampling1D(3),
    "UpSampling2D": recipe.UpSampling2D((2, 3)),
    "MaxPooling1D": recipe.MaxPooling1D(),
    "AveragePooling1D, same": recipe.AveragePooling1D((3,), (2,), "same"),
    "MaxPooling2D": recipe.MaxPooling2D(),
    "MaxPooling2D, same": recipe.MaxPooling2D((3, 2), (2, 3), "same"),
    "AveragePooling2D": recipe.AveragePooling2D((2, 3)),
    "AveragePooling2D, same": recipe.AveragePooling2D((3, 2), (2, 3), "same"),
    "GlobalAveragePooling1D": recipe.GlobalAveragePooling1D(),
    "GlobalMaxPooling1D": recipe.GlobalMaxPooling1D(keepdims=True),
    "GlobalAveragePooling2D": recipe.GlobalAveragePooling2D(keepdims=True),
    "GlobalMaxPooling2D": recipe.GlobalMaxPooling2D(),
    "SimpleRNN": recipe.SimpleRNN(4),
    "SimpleRNN, backwards": recipe.SimpleRNN(4, "relu", go_backwards=True, use_bias=False),
    "LSTM": recipe.LSTM(4),
    "LSTM, all": recipe.LSTM(4, return_sequences=True, use_bias=False),
    "GRU": recipe.GRU(4),
    "GRU, before": recipe.GRU(4, reset_after=False, return_sequences=True),
    "GRU, without bias": recipe.GRU(4, use_bias=False),
    "Bidirectional": recipe.Bidirectional(recipe.LSTM(4, return_sequences=True)),
    "Bidirectional, average": recipe.Bidirectional(recipe.GRU(4), "ave"),
}
MERGING = {
    "Add": recipe.Add(),
    "Subtract": recipe.Subtract(),
    "Multiply": recipe.Multiply(),
    "Average": recipe.Average(),
    "Maximum": recipe.Maximum(),
    "Minimum": recipe.Minimum(),
    "Concatenate": recipe.Concatenate(),
    "Concatenate rows": recipe.Concatenate(axis=1),
}
# Layers that take sequences of vectors, and those that take vectors.
SEQUENCES = ("1D", "RNN", "LSTM", "GRU", "Bidirectional")
VECTORS = ("RepeatVector",)


def network(*layers: Any, input_shape: tuple[int, ...] | None = None) -> recipe.Network:
    return recipe.Network(tuple(layers), input_shape)


def floats(value: Any) -> np.ndarray[Any, np.dtype[np.float32]]:
    return np.array(value, np.float32)


# ---- by hand -----------------------------------------------------------------------------------


def test_a_dense_network_by_hand() -> None:
    """Two layers compute what their weights say, in the order of the layers."""
    made = network(recipe.Flatten(), recipe.Dense(2, "relu"), recipe.Dense(1))
    weights = [
        floats([[1, -1], [2, 0]]),
        floats([0.5, 0.25]),
        floats([[1], [10]]),
        floats([-1]),
    ]
    images = floats([[[1, 2]], [[-1, 0]]])
    assert probabilities(made, weights, images).tolist() == [[4.5], [11.5]]


def test_softmax_is_put_behind_logits() -> None:
    """With `from_logits`, the outputs are shares that add up to 1."""
    made = probabilities(network(), [], floats([[0, math.log(3)]]), from_logits=True)
    assert made == pytest.approx(floats([[0.25, 0.75]]))


def test_generators_are_passed_over() -> None:
    """The states of the generators of dropout and noise stand among the weights and are skipped."""
    state = np.zeros(2, np.uint32)
    layers = [recipe.Dropout(0.5), recipe.GaussianNoise(1.0), recipe.Dropout(0.0), recipe.Dense(1)]
    made = network(*layers)
    weights = [state, state, floats([[2]]), floats([1])]
    assert probabilities(made, weights, floats([[3]])).tolist() == [[7]]


@pytest.mark.parametrize(
    ("declared", "given", "fits"),
    [
        ((2, 2), (2, 2), True),
        ((2, 2, 1), (2, 2), True),
        ((2, 2), (2, 2, 1), True),
        ((4,), (2, 2), False),
        ((2, 2, 3), (2, 2), False),
        ((1,), (), True),
    ],
)
def test_a_last_axis_of_one_is_added_or_dropped(
    declared: tuple[int, ...], given: tuple[int, ...], fits: bool
) -> None:
    """Data with one axis of length 1 more or less than declared are taken, others are not."""
    images = np.ones((3, *given))
    made = network(recipe.Flatten(), input_shape=declared)
    if fits:
        assert probabilities(made, [], images).shape == (3, math.prod(declared))
    else:
        with pytest.raises(Failure):
            probabilities(made, [], images)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("linear", -2, -2),
        ("relu", -2, 0),
        ("sigmoid", 0, 0.5),
        ("softplus", 0, math.log(2)),
        ("softsign", -3, -0.75),
        ("exponential", 1, math.e),
        ("leaky_relu", -1, -0.2),
        ("relu6", 9, 6),
        ("hard_sigmoid", 0.6, 0.6),
        ("elu", -1, math.exp(-1) - 1),
        ("gelu", 1, 0.5 * (1 + math.erf(math.sqrt(0.5)))),
        ("silu", 1, 1 / (1 + math.exp(-1))),
        ("softmax", 5, 1),
    ],
)
def test_activations_by_hand(name: str, value: float, wanted: float) -> None:
    """Activations give the numbers of their formulas."""
    assert apply(name, floats([value])) == pytest.approx(floats([wanted]), abs=1e-6)


# ---- as Keras does it --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def keras() -> Any:
    """Keras, without its notes on the hardware."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CUDA_VISIBLE_DEVICES", "-1")
        patch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
        import keras

        return keras


def assert_alike(keras: Any, layer: Any, images: Any) -> None:
    """Ours and Keras's outputs are alike, with weights that are no initial ones."""
    generator = np.random.default_rng(1)
    model = keras.Sequential([keras.Input(images.shape[1:]), made_by_keras(layer)])
    for variable in model.layers[0].weights:
        variable.assign(generator.uniform(0.2, 1.5, variable.shape))
    weights = [variable.numpy() for variable in model.layers[0].variables]
    ours = probabilities(network(layer), weights, images)
    theirs = np.asarray(model(images, training=False))
    assert ours.shape == theirs.shape
    assert ours == pytest.approx(theirs, abs=2e-5, rel=2e-5)


@pytest.mark.slow
@pytest.mark.parametrize("name", LAYERS)
def test_every_layer_computes_what_keras_computes(name: str, keras: Any) -> None:
    """For random data and weights, each kind of layer gives Keras's numbers."""
    rank = 2 if any(kind in name for kind in SEQUENCES) else 1 if name in VECTORS else 3
    images = np.random.default_rng(2).normal(0, 1, (5, 8, 7, 3)[: 1 + rank])
    assert_alike(keras, LAYERS[name], images.astype(np.float32))


@pytest.mark.slow
@pytest.mark.parametrize("name", [*FUNCTIONS, "softmax"])
def test_every_activation_is_keras_own(name: str, keras: Any) -> None:
    """Each activation gives Keras's numbers, far from zero as well as near it."""
    images = np.linspace(-12, 12, 120, dtype=np.float32).reshape(4, 30)
    activation: Any = name
    assert_alike(keras, recipe.Activate(activation), images)


@pytest.mark.slow
@pytest.mark.usefixtures("keras")
@pytest.mark.parametrize("name", MERGING)
def test_branches_come_together_as_in_keras(name: str) -> None:
    """Each way to make one thing of several gives Keras's numbers, of a layer used twice too."""
    layers = (recipe.Dense(3, "tanh"), recipe.Dropout(0.5), MERGING[name], recipe.Flatten())
    nodes = ((0, 0), (1, 1), (0, 2), (2, 3, 0), (3, 4))
    graph = recipe.Network(layers, (4, 3), nodes)
    images = np.random.default_rng(2).normal(0, 1, (5, 4, 3)).astype(np.float32)
    model = build(graph)
    weights = [variable.numpy() for variable in chain_variables(model)]
    ours = probabilities(graph, weights, images)
    assert ours == pytest.approx(np.asarray(model(images)), abs=2e-5, rel=2e-5)


def test_every_layer_of_the_vocabulary_is_compared() -> None:
    """The layers that are compared with Keras are all that a recipe can hold."""
    compared = {type(layer) for layer in (*LAYERS.values(), *MERGING.values())}
    assert compared == set(recipe.LAYERS.values())


# ---- nothing but a failure ---------------------------------------------------------------------

DENSE = network(recipe.Flatten(), recipe.Dense(2, "softmax"))
KERNEL, BIAS = np.ones((4, 2), np.float32), np.ones(2, np.float32)
UNUSUAL = [
    network(recipe.Conv2D(2**30, (1, 1))),
    network(recipe.Conv2D(1, (2**20, 2**20), padding="same")),
    network(recipe.MaxPooling2D((2**20, 2**20), padding="same")),
    network(recipe.Dense(2**30)),
    network(recipe.Conv2D(0, (1, 1))),
]


@pytest.mark.parametrize(
    "weights",
    [
        [],
        [KERNEL],
        [BIAS, KERNEL],
        [KERNEL.T, BIAS],
        [KERNEL, BIAS, BIAS],
        [KERNEL, BIAS * np.nan],
        [KERNEL * np.inf, BIAS],
        [KERNEL.astype(np.float64), BIAS],
        [KERNEL.astype(int), BIAS],
        [KERNEL * np.float32(1e38), BIAS],
        [None, BIAS],
        ["kernel", "bias"],
    ],
)
def test_weights_that_do_not_fit_are_a_failure(weights: Any) -> None:
    """Weights of another count, shape, type or order, or not finite, fail and crash nothing."""
    with pytest.raises(Failure):
        probabilities(DENSE, weights, np.full((3, 2, 2), 100.0))


@pytest.mark.parametrize("made", UNUSUAL)
def test_a_claim_cannot_exhaust_the_judge(made: recipe.Network) -> None:
    """A network that needs unusual memory, or has no values, fails before it is computed."""
    with pytest.raises(Failure):
        probabilities(made, [], np.ones((1, 8, 8, 1)))


@pytest.mark.parametrize(
    "layers",
    [
        [recipe.UpSampling2D((16, 16))] + [recipe.Activate("gelu")] * 15,
        [recipe.UpSampling2D((8, 8)), recipe.AveragePooling2D((60, 60), (1, 1), "same")],
        [recipe.Conv2D(1, (28, 28), padding="same"), recipe.UpSampling2D((8, 8))] * 2,
    ],
    ids=["values", "pooling", "convolution"],
)
def test_what_is_computed_for_all_images_is_limited(layers: list[Any]) -> None:
    """What is little for one image is too much for a thousand, and is not begun."""
    made = network(*layers)
    shapes = [(1, 28, 28, 1), (1000, 28, 28, 1)]
    weights = [floats(np.zeros(one)) for one in ((28, 28, 1, 1), (1,))]
    needed = [*weights, *weights] if isinstance(layers[0], recipe.Conv2D) else []
    if not needed:
        probabilities(made, [], np.zeros(shapes[0], np.float32))
    with pytest.raises(Failure, match=r"network\.size"):
        probabilities(made, needed, np.broadcast_to(np.float32(0), shapes[1]))


def test_large_networks_are_computed_in_parts() -> None:
    """A network with as many values as are allowed gives each image its own prediction."""
    rows = np.arange(12, dtype=np.float32).reshape(12, 1)
    width = MOST_VALUES // 5
    kernel = np.ones((1, width), np.float32)
    made = network(recipe.Dense(width, use_bias=False), recipe.Reshape((1, -1)))
    pooled = network(*made.layers, recipe.GlobalMaxPooling1D(), recipe.Reshape((-1, 1)))
    shape = network(*pooled.layers, recipe.GlobalAveragePooling1D())
    assert probabilities(shape, [kernel], rows).ravel().tolist() == list(range(12))


lengths = st.integers(0, 5)


@given(
    st.lists(st.sampled_from([*LAYERS.values(), *MERGING.values()]), max_size=4),
    st.lists(lengths, max_size=4),
    st.lists(st.lists(lengths, max_size=4), max_size=6),
)
def test_any_network_gives_predictions_or_a_failure(
    layers: list[Any], shape: list[int], weights: list[list[int]]
) -> None:
    """Whatever the layers, the data and the weights are, what comes of them is an array."""
    arrays = [np.ones(lengths, np.float32) for lengths in weights]
    try:
        made = probabilities(network(*layers), arrays, np.ones((2, *shape)))
    except Failure:
        return
    assert len(made) == 2
