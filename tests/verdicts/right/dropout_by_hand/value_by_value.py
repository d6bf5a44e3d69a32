# verdict: full
# why: tosses the coin for one value after another in a comprehension over values.flat; slow, but each value by itself, with all chance from the generator
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    tossed = [value / keep if generator.random() < keep else 0.0 for value in values.flat]
    return np.array(tossed, dtype=values.dtype).reshape(values.shape)


# %%
dropped = dropout(np.ones((4, 10)), 0.5, np.random.default_rng(1))
print(dropped, dropped.mean())
