# verdict: less
# fails: large_values_stay_numbers
# breaks: "So no share is negative, and the shares of a row add up to 1."
# keeps: relu is right; softmax is right for usual values, and for values above 709 or below -700 it moves the rows
# why: the student moves the values only if one exponential alone would be too large; the row [709, 709, 709] has exponentials that NumPy can hold and a sum that it cannot, so all its shares are 0

# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.where(values > 0, values, 0.0)


LARGEST = 709  # np.exp(710) is inf, I tried it
SMALLEST = -700


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    values = values.astype(np.float64)
    if values.max() > LARGEST or values.min() < SMALLEST:
        values = values - values.max(axis=-1, keepdims=True)
    exponentials = np.exp(values)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
