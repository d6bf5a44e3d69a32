"""What the trainer says of weights beside their values."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.trainer.build import are_still


@pytest.mark.parametrize(
    ("by", "still"), [(0.0, True), (1e-30, True), (3e-9, True), (1e-6, False), (np.nan, False)]
)
def test_weights_that_hardly_move_are_still(by: float, still: bool) -> None:
    """Rounding is no step, nor is what biases of 0 become at a rate of nearly 0."""
    before = [np.full((50, 10), 0.05, np.float32), np.zeros(10, np.float32)]
    after = [array + np.float32(by) for array in before]
    assert are_still(before, after) is still


def test_nothing_is_said_of_weights_that_were_not_there() -> None:
    """A network that Keras builds in its first step has no weights before."""
    assert not are_still([], [np.zeros(3)])
