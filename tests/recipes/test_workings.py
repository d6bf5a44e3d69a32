"""What Dense layers do to the answers of a network, measured with images that are drawn."""

from __future__ import annotations

from typing import Any, get_args

import numpy as np
import pytest

from autograder.recipes import recipe
from autograder.recipes import workings as module
from autograder.recipes.recipe import Network
from autograder.recipes.shapes import output_shapes
from autograder.recipes.workings import NOT_MEASURED, Workings, workings_of

SHAPE = (6, 6)
IMAGES = np.random.default_rng(1).random((64, *SHAPE)).astype(np.float32)
FLATTEN, OUTPUT = recipe.Flatten(), recipe.Dense(10, "softmax")
FIRST, SECOND = recipe.Dense(8, "relu"), recipe.Dense(8, "relu")


def branching(layers: tuple[Any, ...], *nodes: tuple[int, ...]) -> Network:
    return Network(layers, SHAPE, nodes)


def drawn_weights(network: Network, seed: int = 2) -> list[Any]:
    """Weights as they may be after a training."""
    generator, shapes = np.random.default_rng(seed), [SHAPE, *output_shapes(network, SHAPE)]
    taken = {number: shapes[places[0]] for number, *places in reversed(network.applied())}
    found = [
        shape
        for number, layer in enumerate(network.layers)
        for shape in layer.variable_shapes(taken[number])
    ]
    return [
        generator.normal(0, 1 / np.sqrt((shape or (1,))[0]), shape).astype(np.float32)
        if len(shape or ()) > 1
        else generator.normal(0, 0.1, shape or (2,)).astype(np.float32)
        for shape in found
    ]


def workings(network: Network, images: Any = IMAGES) -> Workings:
    return workings_of(network, drawn_weights(network), images)


def lifted(by: float) -> tuple[Network, list[Any]]:
    """A network whose hidden biases are far above 0."""
    made = Network((FLATTEN, FIRST, recipe.Rescaling(1.0, -by), SECOND, OUTPUT))
    weights = drawn_weights(made)
    weights[1] += np.float32(by)
    return made, weights


CHAIN = Network((FLATTEN, FIRST, recipe.Dropout(0.0), SECOND, OUTPUT))
SIDE_BY_SIDE = branching(
    (FLATTEN, FIRST, SECOND, recipe.Concatenate(), OUTPUT),
    (0, 0),
    (1, 1),
    (2, 1),
    (3, 2, 3),
    (4, 4),
)
TAKEN_FROM_ITSELF = branching(
    (FLATTEN, FIRST, SECOND, recipe.Subtract(), recipe.Add(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 3, 3), (4, 2, 4), (5, 5),
)  # fmt: skip
A_LITTLE = branching(
    (FLATTEN, FIRST, SECOND, recipe.Rescaling(1e-4), recipe.Add(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 3), (4, 2, 4), (5, 5),
)  # fmt: skip
CUT_AWAY = branching(
    (FLATTEN, FIRST, SECOND, recipe.Concatenate(), recipe.Reshape((16, 1)),
     recipe.Cropping1D((0, 8)), recipe.Flatten(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4), (5, 5), (6, 6), (7, 7),
)  # fmt: skip
# The second layer takes the pixels, and next to nothing of the first.
NO_DEEPER = branching(
    (FLATTEN, FIRST, recipe.Rescaling(1e-6), recipe.Concatenate(), SECOND, recipe.Concatenate(),
     OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 1, 3), (4, 4), (5, 2, 5), (6, 6),
)  # fmt: skip
# The second layer takes of both what the pixels gave, and cuts away what the first did.
CUT_BEFORE = branching(
    (FLATTEN, FIRST, recipe.Concatenate(), recipe.Reshape((44, 1)), recipe.Cropping1D((0, 8)),
     recipe.Flatten(), SECOND, recipe.Concatenate(), OUTPUT),
    (0, 0), (1, 1), (2, 1, 2), (3, 3), (4, 4), (5, 5), (6, 6), (7, 2, 7), (8, 8),
)  # fmt: skip
TWICE = branching(
    (FLATTEN, FIRST, SECOND, OUTPUT), (0, 0), (1, 1), (2, 2), (2, 3), (3, 4)
)  # fmt: skip


@pytest.mark.parametrize(
    ("network", "idle"),
    [
        (SIDE_BY_SIDE, 1),
        (TAKEN_FROM_ITSELF, 1),
        (A_LITTLE, 1),
        (CUT_AWAY, 1),
        (NO_DEEPER, 1),
        (CUT_BEFORE, 1),
        (TWICE, 1),
    ],
)
def test_a_layer_that_makes_nothing_deeper_is_idle(network: Network, idle: int) -> None:
    """What lies aside, gives nothing or takes nothing is found, whatever brings that about."""
    assert len(workings(network).idle) == idle


def test_a_layer_that_is_held_at_nothing_is_idle() -> None:
    """So is one whose weights are 0, or that gives every image the same."""
    weights = drawn_weights(TAKEN_FROM_ITSELF)
    skip = branching(
        (FLATTEN, FIRST, SECOND, recipe.Add(), OUTPUT), (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4)
    )
    weights[2] *= 0
    weights[3] += 1
    assert workings_of(skip, weights, IMAGES).idle == (2,)


RESIDUAL = branching(
    (FLATTEN, FIRST, recipe.Dense(8), recipe.Add(), recipe.ReLU(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4), (5, 5),
)  # fmt: skip
JOINED = branching(
    (FLATTEN, FIRST, recipe.Dense(3, "tanh"), recipe.Concatenate(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4),
)  # fmt: skip
GATE = branching(
    (FLATTEN, FIRST, recipe.Dense(8, "sigmoid"), recipe.Multiply(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 2, 3), (4, 4),
)  # fmt: skip


@pytest.mark.parametrize("network", [CHAIN, RESIDUAL, JOINED, GATE])
def test_layers_that_work_are_found_to(network: Network) -> None:
    """Nothing is idle or straight where each layer takes what another gave and the answers move."""
    assert workings(network) == NOT_MEASURED


@pytest.mark.parametrize("activation", sorted({*get_args(recipe.Activation)} - {"linear"}))
def test_every_activation_bends(activation: Any) -> None:
    """However gentle it is, where it is used over a few units around 0."""
    hidden = recipe.Dense(16, activation)
    assert not workings(Network((FLATTEN, hidden, OUTPUT)), IMAGES * 4).straight


def test_an_activation_that_bends_nothing_is_straight() -> None:
    """ReLU far above 0, slopes of 1, and what is used where it is as good as straight."""
    for made, weights in (lifted(9.0), lifted(5000.0)):
        assert workings_of(made, weights, IMAGES).straight == (1,)
    slopes = Network((FLATTEN, recipe.Dense(8), recipe.LeakyReLU(1.0), OUTPUT))
    assert workings(slopes).straight == (1,)
    prelu = Network((FLATTEN, recipe.Dense(8), recipe.PReLU(), OUTPUT))
    weights = drawn_weights(prelu)
    assert not workings_of(prelu, weights, IMAGES).straight
    weights[2][:] = 1
    assert workings_of(prelu, weights, IMAGES).straight == (1,)
    small = Network((FLATTEN, recipe.Rescaling(1e-4), recipe.Dense(8, "tanh"), OUTPUT))
    weights = drawn_weights(small)
    weights[1] *= 0
    weights[2] *= 1e4
    assert workings_of(small, weights, IMAGES).straight == (2,)


CANCELLED = branching(
    (FLATTEN, recipe.Dense(8), recipe.ReLU(), recipe.Rescaling(-1.0), recipe.ReLU(),
     recipe.Subtract(), OUTPUT),
    (0, 0), (1, 1), (2, 2), (3, 2), (4, 4), (5, 3, 5), (6, 6),
)  # fmt: skip


def test_activations_that_undo_each_other_are_straight() -> None:
    """What ReLU leaves of a number, less what it leaves of its negative, is that number."""
    assert workings(CANCELLED).straight == (1,)


def test_few_neurons_may_all_be_on_by_chance() -> None:
    """They are straight only if they are for the negatives of images, too."""
    few = Network((FLATTEN, recipe.Dense(2, "relu"), OUTPUT))
    weights = drawn_weights(few)
    weights[0] = np.abs(weights[0])
    weights[1] *= 0
    assert not workings_of(few, weights, IMAGES).straight
    weights[1] += 9
    assert workings_of(few, weights, IMAGES).straight == (1,)


def test_neurons_that_are_always_off_do_not_hide_the_others() -> None:
    """Half of them always off and half always on make a straight line together."""
    made = Network((FLATTEN, FIRST, OUTPUT))
    weights = drawn_weights(made)
    weights[1] += np.array([9, -9] * 4, np.float32)
    assert workings_of(made, weights, IMAGES).straight == (1,)


def test_a_network_that_says_the_same_of_all_images_is_not_judged() -> None:
    """One that learnt nothing fails for that, and not for its layers."""
    dead = drawn_weights(CHAIN)
    dead[2] *= 0
    assert workings_of(CHAIN, dead, IMAGES) == NOT_MEASURED
    broken = drawn_weights(CHAIN)
    broken[0][0] = 1e38
    assert workings_of(CHAIN, broken, IMAGES) == NOT_MEASURED


def test_the_output_layer_is_not_measured() -> None:
    """What its activation is, is the business of the loss."""
    assert workings(Network((FLATTEN, FIRST, recipe.Dense(10)))) == NOT_MEASURED
    assert workings(Network((FLATTEN, recipe.Dense(10, "softmax")))) == NOT_MEASURED


def test_large_networks_are_measured_with_fewer_images() -> None:
    """Nobody escapes by a network that is as large as one may be that classifies."""
    wide = (
        FLATTEN, FIRST, SECOND, recipe.Subtract(), recipe.Add(), OUTPUT, recipe.Reshape((8, 1)),
        recipe.UpSampling1D(100_000), recipe.GlobalAveragePooling1D(), recipe.Concatenate(),
    )  # fmt: skip
    made = branching(
        wide,
        (0, 0), (1, 1), (2, 2), (3, 3, 3), (4, 2, 4), (6, 5), (7, 6), (8, 7), (9, 5, 8), (5, 9),
    )  # fmt: skip
    assert workings(made).idle == (2,)


def test_what_costs_too_much_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that is larger than what any exercise asks for keeps nobody waiting."""
    monkeypatch.setattr(module, "MOST_MULTIPLICATIONS", 10_000)
    assert workings(TAKEN_FROM_ITSELF) == NOT_MEASURED
