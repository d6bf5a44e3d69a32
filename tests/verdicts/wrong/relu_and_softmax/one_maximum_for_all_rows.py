# verdict: less
# breaks: "a row of values near -1000 has only exponentials that are rounded to 0; the shares that `softmax` returns must be right for such rows, too"
# keeps: relu; softmax of any single row, and of rows of a like size
# why: subtracted the largest value of the whole array in place of each row's own, so a low row beside a high one is 0 / 0
import numpy as np


def relu(values):
    return np.where(values > 0, values, 0.0)


def softmax(values):
    # subtracting a constant does not change the shares
    safe = values - np.max(values)
    powers = np.exp(safe)
    return powers / powers.sum(axis=-1, keepdims=True)
