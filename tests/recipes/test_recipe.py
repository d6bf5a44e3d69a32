"""The vocabulary: what it says, and what it refuses to say."""

from __future__ import annotations

import inspect
from typing import Any, get_args

import msgspec
import pytest

from autograder.recipes import recipe

DENSE = {"kind": "Dense", "units": 10}


def network(*layers: Any) -> recipe.Network:
    return msgspec.convert({"layers": layers}, recipe.Network)


def test_defaults_need_not_be_said() -> None:
    """A layer with Keras's defaults is as short as in a student's code, and comes back equal."""
    made = recipe.Network((recipe.Flatten(), recipe.Dense(10)))
    plain = msgspec.to_builtins(made)
    assert list(plain["layers"]) == [{"kind": "Flatten"}, DENSE]
    assert network(*plain["layers"]) == made


@pytest.mark.parametrize(
    "layer",
    [
        {"kind": "Lambda", "function": "print"},
        {"kind": "Dense"},
        {**DENSE, "units": 0},
        {**DENSE, "units": 2**60},
        {**DENSE, "units": "10"},
        {**DENSE, "units": 1.5},
        {**DENSE, "activation": "__import__"},
        {**DENSE, "module": "os"},
        {**DENSE, "kernel_initializer": {"kind": "Glorot", "numbers": {}}},
        {**DENSE, "kernel_initializer": {"kind": "Zeros", "numbers": {"evil": 1}}},
        {"kind": "Dropout", "rate": 1.0},
        {"kind": "Dropout", "rate": float("nan")},
        {"kind": "Conv2D", "filters": 1, "kernel_size": [3]},
        "Dense",
        None,
    ],
)
def test_what_is_not_in_the_vocabulary_is_refused(layer: Any) -> None:
    """Unknown layers, arguments, names, types and numbers out of range are not a network."""
    with pytest.raises(msgspec.ValidationError):
        network(layer)


def test_a_network_has_an_end() -> None:
    """A chain of more layers than the limit is refused before anything is built."""
    network(*[DENSE] * recipe.MOST_LAYERS)
    with pytest.raises(msgspec.ValidationError):
        network(*[DENSE] * (recipe.MOST_LAYERS + 1))


FLAT, ADDED = {"kind": "Flatten"}, {"kind": "Add"}


@pytest.mark.parametrize(
    "nodes",
    [
        [[0, 0], [1, 1], [2, 2, 3]],
        [[0, 0], [1, 1], [3, 2, 1]],
        [[0, 0], [2, 0, 1]],
        [[0, 0], [1, 0], [2, 1, 1]],
        [[0], [1, 1], [2, 2, 1]],
        [[0, 0], [1, 1], *[[2, place, place] for place in range(2, 12)]],
        [[0, 0]] * 200,
    ],
)
def test_branches_lead_from_the_input_to_the_output(nodes: Any) -> None:
    """What takes things that come later, leads nowhere or adds up without end is no network."""
    graph = {"layers": [FLAT, DENSE, ADDED], "nodes": [[0, 0], [1, 1], [2, 2, 1]]}
    assert len(msgspec.convert(graph, recipe.Network).applied()) == 3
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**graph, "nodes": nodes}, recipe.Network)


def test_an_optimiser_takes_its_own_numbers_only() -> None:
    """A number that the optimiser does not know is refused by name."""
    recipe.Optimizer("SGD", {"learning_rate": 0.1, "momentum": 0.9})
    with pytest.raises(ValueError, match="SGD does not take beta_1"):
        recipe.Optimizer("SGD", {"beta_1": 0.9})


@pytest.mark.parametrize("name", ["a b", "", "x" * 61, "os.system", "1st", "lösung"])
def test_a_name_is_an_identifier(name: str) -> None:
    """A loss or metric by name is a short plain identifier, never a path or a configuration."""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(
            {"optimizer": {"kind": "Adam"}, "loss": name, "metrics": []}, recipe.Compiled
        )


@pytest.mark.slow
def test_every_word_is_keras_own() -> None:
    """Layers, optimisers, initialisers, losses, metrics and arguments exist in Keras by name."""
    import keras

    for name, layer in recipe.LAYERS.items():
        taken = inspect.signature(getattr(keras.layers, name).__init__).parameters
        assert set(layer.__struct_fields__) - {"dtype"} <= set(taken), layer
        # What must stay as Keras has it is what Keras has; `None` is decided where it is made.
        for fixed in set(layer.FIXED) & set(taken):
            assert taken[fixed].default in (layer.FIXED[fixed], None), (layer, fixed)
    for name, numbers in recipe.OPTIMIZERS.items():
        kind = getattr(keras.optimizers, name)
        assert numbers <= set(inspect.signature(kind.__init__).parameters), name
    words = {
        keras.initializers: recipe.Initializer,
        keras.losses: recipe.Loss,
        keras.metrics: recipe.Metric,
        keras.optimizers: recipe.Optimizer,
    }
    for module, struct in words.items():
        for name in get_args(inspect.get_annotations(struct, eval_str=True)["kind"]):
            assert hasattr(module, name), name
    assert all(hasattr(keras.activations, name) for name in get_args(recipe.Activation))
