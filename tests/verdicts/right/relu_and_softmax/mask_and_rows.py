# verdict: full
# why: relu writes zeros into a copy by a mask; softmax works row by row with apply_along_axis and takes the row's own largest value away first
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    result = values.copy()
    result[~(result > 0)] = 0
    return result


def shares_of_row(row):
    powers = np.exp(row - np.max(row))
    return powers / np.sum(powers)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    return np.apply_along_axis(shares_of_row, -1, values)
