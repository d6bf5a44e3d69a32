# verdict: less
# breaks: "The chance to be kept is `keep`, **for each value by itself**"
# keeps: shape, division, new array, generator, and the chance for each keep that is a whole percent
# why: throws a die with a hundred sides; with keep=0.995 every side is below 99.5, so nothing is ever left out

# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    die = generator.integers(0, 100, size=values.shape)  # 0 to 99
    result = values / keep
    return np.where(die < keep * 100, result, 0.0)
