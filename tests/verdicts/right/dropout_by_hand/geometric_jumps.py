# verdict: full
# why: does not toss for each value but jumps from kept value to kept value by geometric gaps, which is the same as independent tosses
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    # How many tosses until the next "kept" is geometric, so only the kept ones are visited.
    flat = values.reshape(-1)
    result = np.zeros_like(flat)
    place = int(generator.geometric(keep)) - 1
    while place < flat.size:
        result[place] = flat[place] / keep
        place += int(generator.geometric(keep))
    return result.reshape(values.shape)
