# verdict: full
# why: plain Python: np.vectorize with an if for relu, and a softmax that calls itself down to single rows and uses math.exp, which rounds exp(-2000) to 0 without an error
import math

import numpy as np


def relu(values):
    """Return the values with 0 in the place of all that are not above 0."""
    return np.vectorize(lambda v: v if v > 0 else 0.0, otypes=[float])(values)


def softmax(values):
    """Return shares along the last axis that follow the exponentials of the values."""
    if values.ndim > 1:
        return np.array([softmax(part) for part in values])
    top = max(values)
    powers = [math.exp(v - top) for v in values]
    total = sum(powers)
    return np.array([p / total for p in powers])
