# verdict: full
# why: a generator expression in plain Python, one toss by generator.uniform a value, collected with np.fromiter; slow but right for any shape
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    results = (value / keep if generator.uniform() < keep else 0.0 for value in values.flat)
    return np.fromiter(results, dtype=values.dtype, count=values.size).reshape(values.shape)
