# verdict: less
# fails: shares_add_up_to_one
# breaks: "`softmax(values)` makes shares of each row, that is, of the numbers along the **last axis**" (of "any shape with one axis or more")
# keeps: relu is right; softmax is right, and safe for large values, with one axis and with two
# why: the student goes through the first axis and takes what comes for a row; with three axes that is a whole table, whose numbers share one sum

# %%
import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    result = values.copy()
    result[result < 0] = 0
    return result


def softmax_of_row(row):
    powers = np.exp(row - row.max())
    return powers / powers.sum()


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    if values.ndim == 1:
        return softmax_of_row(values)
    return np.array([softmax_of_row(row) for row in values])
