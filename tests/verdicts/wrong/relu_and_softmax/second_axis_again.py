# verdict: less
# breaks: "`softmax(values)` makes shares of each row, that is, of the numbers along the **last axis**", for values "of any shape with one axis or more": with three axes it takes the second.
# keeps: relu; softmax for one or two axes, also of large values
# why: axis=1 is right for a table of rows, and one axis was thought of, three were not
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.maximum(values, 0)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    axis = 0 if values.ndim == 1 else 1
    exponentials = np.exp(values - values.max(axis=axis, keepdims=True))
    return exponentials / exponentials.sum(axis=axis, keepdims=True)
