"""A pass through layers by hand: its gradient is that of its loss, and TensorFlow's."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from autograder.judging.by_hand import dense_pass

GENERATOR = np.random.default_rng(3)
WIDTHS = (5, 4, 3, 2)
ROWS = GENERATOR.normal(size=(6, 5))
WANTED = GENERATOR.normal(size=(6, 2))


def drawn_weights() -> list[NDArray[np.float64]]:
    """Kernels and biases of three layers, in turn."""
    shapes = [
        shape for inputs, outputs in pairwise(WIDTHS) for shape in ((inputs, outputs), (outputs,))
    ]
    return [GENERATOR.normal(size=shape) for shape in shapes]


def test_the_gradient_is_the_slope_of_the_loss() -> None:
    """Each weight moved a little moves the loss by as much as its gradient says."""
    weights = drawn_weights()
    found = dense_pass(weights, ROWS, WANTED)
    little = 1e-6
    for array, gradient in zip(weights, found.gradients, strict=True):
        for place in np.ndindex(array.shape):
            array[place] += little
            above = dense_pass(weights, ROWS, WANTED).loss
            array[place] -= 2 * little
            below = dense_pass(weights, ROWS, WANTED).loss
            array[place] += little
            assert gradient[place] == pytest.approx((above - below) / (2 * little), abs=1e-5)


def test_the_loss_is_a_sum_over_outputs_and_a_mean_over_rows() -> None:
    """Without hidden layers it can be written down."""
    kernel, bias = np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([0.0, 1.0])
    found = dense_pass([kernel, bias], np.array([[1.0, 1.0], [0.0, 0.0]]), np.zeros((2, 2)))
    assert found.outputs.tolist() == [[1.0, 3.0], [0.0, 1.0]]
    assert found.loss == (1 + 9 + 0 + 1) / 2


@pytest.mark.slow
def test_a_tape_finds_the_same() -> None:
    """TensorFlow's outputs, loss and gradients, in float64, are these."""
    import tensorflow as tf

    weights = drawn_weights()
    variables = [tf.Variable(array) for array in weights]
    with tf.GradientTape() as tape:
        values = tf.constant(ROWS)
        for kernel, bias in zip(variables[:-2:2], variables[1:-2:2], strict=True):
            values = tf.nn.relu(values @ kernel + bias)
        outputs = values @ variables[-2] + variables[-1]
        loss = tf.reduce_mean(tf.reduce_sum((outputs - WANTED) ** 2, axis=1))
    found = dense_pass(weights, ROWS, WANTED)
    assert found.loss == pytest.approx(float(loss))
    for own, its in zip(found.gradients, tape.gradient(loss, variables), strict=True):
        np.testing.assert_allclose(own, its.numpy(), atol=1e-12)
