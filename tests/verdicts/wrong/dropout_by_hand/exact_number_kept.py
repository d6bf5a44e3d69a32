# verdict: less
# breaks: "The chance to be kept is `keep`, **for each value by itself**, whatever happens to the others": always exactly round(keep * n) values are kept, so one that is kept makes the others less likely (and a single value with keep=0.3 never is).
# keeps: shape, division, keep=1, seeds, second call, the argument stays
# why: the student draws a fixed number of places
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    number = int(round(keep * values.size))
    order = generator.permutation(values.size).reshape(values.shape)
    return np.where(order < number, values / keep, 0.0)
