"""What is not known: it can be handed on and written down, and any use of it says so."""

from __future__ import annotations

import copy
import math
import operator
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from autograder.recipes.unknown import UNKNOWN, known
from autograder.wire.errors import NotKnown

USES: list[Callable[[Any], Any]] = [
    bool, len, float, int, list, abs, round, hash,
    lambda value: value == 3,
    lambda value: value != "linear",
    lambda value: value < 3,
    lambda value: value >= 3,
    lambda value: 3 in value,
    lambda value: value[0],
    lambda value: value(),
    lambda value: value.shape,
    lambda value: 2 * value - 1,
    lambda value: 1 / value,
    lambda value: -value,
    lambda value: math.isclose(value, 1),
    lambda value: sorted([value, 1]),
    lambda value: "ab"[value],
    operator.methodcaller("items"),
]  # fmt: skip


@pytest.mark.parametrize("use", USES)
def test_whoever_uses_it_ends(use: Callable[[Any], Any]) -> None:
    """Whatever a check does with it, it never passes for a value."""
    with pytest.raises(NotKnown):
        use(UNKNOWN)


def test_it_can_be_named_and_passed_over() -> None:
    """A message may show it, and `known` puts something in its place."""
    assert f"Dense(3, {UNKNOWN})" == "Dense(3, ?)"
    assert (known(UNKNOWN, 0), known(3, 0)) == (0, 3)


def test_it_is_the_only_one_in_another_process_too() -> None:
    """What is pickled or copied is still known to be unknown."""
    for copied in (pickle.loads(pickle.dumps([UNKNOWN]))[0], copy.deepcopy(UNKNOWN)):  # noqa: S301 - our own
        assert known(copied, "nothing") == "nothing"
