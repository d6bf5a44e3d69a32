# verdict: less
# breaks: "All chance comes from the `generator` that is passed in: generators with equal seeds give equal results"
# keeps: each value by itself, divided by keep, a new array, the values stay
# why: used np.random as in all examples and did not know what the generator is for
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    mask = np.random.rand(*values.shape) < keep
    result = values * mask
    return result / keep
