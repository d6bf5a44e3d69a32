# verdict: less
# breaks: "The chance to be kept is `keep`, for each value by itself, whatever happens to the others": always exactly the same number are kept
# keeps: shape, division, keep=1, seeds, the input array stays as it is
# why: took "half of the neurons are left out" by the word
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    how_many = round(keep * values.size)
    chosen = generator.permutation(values.size)[:how_many]
    result = np.zeros(values.size)
    result[chosen] = values.ravel()[chosen] / keep
    return result.reshape(values.shape)
