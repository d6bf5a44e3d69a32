# verdict: full
# why: not a coin for each value: first *how many* are kept (a binomial number), then *which* (the first ones of a
#      permutation). Together that is exactly an independent coin for each value, "whatever happens to the others".
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    flat = values.flatten()  # a copy, whatever the shape
    kept = generator.binomial(flat.size, keep)
    places = generator.permutation(flat.size)[:kept]
    result = np.zeros_like(flat)
    result[places] = flat[places] / keep
    return result.reshape(values.shape)
