# verdict: less
# breaks: "All chance comes from the `generator` that is passed in: generators with equal seeds give equal results"
# keeps: chance, division, shape, new array
# why: used np.random as always and overlooked the third argument

# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    mask = np.random.rand(*values.shape) < keep
    return values * mask / keep
