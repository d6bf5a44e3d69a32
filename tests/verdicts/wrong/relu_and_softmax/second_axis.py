# verdict: less
# breaks: "of the numbers along the last axis" and "of any shape with one axis or more": axis=1 stops for one axis and is the wrong one for three
# keeps: relu; softmax of tables with two axes
# why: the student thought of a batch of rows only
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.maximum(values, 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    shifted = values - values.max(axis=1, keepdims=True)
    powers = np.exp(shifted)
    return powers / powers.sum(axis=1, keepdims=True)
