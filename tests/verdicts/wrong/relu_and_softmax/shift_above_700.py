# verdict: less
# breaks: "Values may be as large as 1000 and as small as -1000 ... the shares that `softmax` returns must be right for such rows, too" (`values` is "a NumPy array of numbers with decimals")
# keeps: relu; softmax of float64 arrays
# why: shifts the rows only where exp overflows in float64, beyond 700; in a float32 array exp(100) is inf already and exp(-200) is 0, and the shares are nan
import numpy as np


def relu(values):
    return np.maximum(values, 0)


def softmax(values):
    if np.abs(values).max() > 700:
        values = values - values.max(axis=-1, keepdims=True)
    exponentials = np.exp(values)
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
