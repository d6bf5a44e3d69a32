# verdict: less
# breaks: "Values may be as large as 1000 and as small as -1000 ... the shares that `softmax` returns must be right for such rows, too"
# keeps: relu; softmax of rows whose values lie near each other, also near 1000 and near -1000
# why: subtracts the mean of the row, not its maximum; in the row [1000, -1000] or [1000, 0, 0, 0] exp still overflows and the share is nan
import numpy as np


def relu(values):
    return np.where(values > 0, values, 0.0)


def softmax(values):
    centred = values - np.mean(values, axis=-1, keepdims=True)
    e = np.exp(centred)
    return e / np.sum(e, axis=-1, keepdims=True)
