"""Which networks can have known nothing before they were trained."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from autograder.judging.drawn_network import knew_nothing
from autograder.recipes import recipe
from tests import trainings

DENSE, OUTPUT = recipe.Dense(8, "relu"), recipe.Dense(10)
SEEDED = recipe.Dense(10, kernel_initializer=recipe.Initializer("GlorotUniform", seed=3))
BEFORE = recipe.Normalization(None, 0.5, 0.1)


@pytest.mark.parametrize(
    "layers",
    [
        (),
        (recipe.Rescaling(0.5), recipe.Flatten(), DENSE, recipe.Dropout(0.2), OUTPUT),
        (recipe.Flatten(), OUTPUT, recipe.Softmax()),
        (recipe.Flatten(), recipe.Dense(10, bias_initializer=recipe.Initializer("Ones"))),
    ],
)
def test_the_usual_networks_knew_nothing(layers: tuple[Any, ...]) -> None:
    """Widths, and weights that the trainer drew."""
    assert knew_nothing(trainings.fact(*layers))


@pytest.mark.parametrize(
    "layers",
    [
        (recipe.Flatten(), SEEDED),
        (BEFORE, recipe.Flatten(), OUTPUT),
        (recipe.Cropping1D(), recipe.Flatten(), OUTPUT),
        (DENSE, recipe.Flatten()),
    ],
    ids=["a seed of their own", "moments", "a choice of pixels", "no output that was drawn"],
)
def test_numbers_that_somebody_chose_may_be_knowledge(layers: tuple[Any, ...]) -> None:
    """Whatever may tell one class from another before any label is seen."""
    assert not knew_nothing(trainings.fact(*layers))


@pytest.mark.parametrize(
    "changes",
    [{"start": "given"}, {"start": "earlier"}, {"new_optimizer": False}, {"network": None}],
)
def test_what_went_before_may_be_knowledge(changes: dict[str, Any]) -> None:
    """Weights from elsewhere, an optimiser's momentum, and what has no recipe."""
    assert not knew_nothing(dataclasses.replace(trainings.fact(), **changes))


def test_branches_may_be_knowledge() -> None:
    """One layer a class, taken together, treats them as somebody wanted."""
    parts = (OUTPUT, OUTPUT, recipe.Add())
    network = recipe.Network(parts, (4,), ((0, 0), (1, 0), (2, 1, 2)))
    assert not knew_nothing(dataclasses.replace(trainings.fact(), network=network))
