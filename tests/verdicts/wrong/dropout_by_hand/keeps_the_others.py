# verdict: less
# breaks: "The chance to be kept is `keep`": the comparison is the wrong way round, so it is 1 - keep (and with keep=1 nothing comes back)
# keeps: shape, division of the kept ones by keep, seeds, the input array; keep=0.5 looks right
# why: mixed up the mask of the kept and of the left out; the cell to try uses 0.5
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    mask = generator.random(size=values.shape) > keep
    return np.where(mask, values / keep, 0)
