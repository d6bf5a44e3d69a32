# verdict: full
# why: tosses coins of 0 and 1 with binomial, in a helper, and multiplies; each value has its own coin
# %%
import numpy as np


def toss(shape, chance, generator):
    """Ones and zeros; each is 1 with this chance."""
    return generator.binomial(n=1, p=chance, size=shape)


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    return values * toss(values.shape, keep, generator) / keep


# %%
print(dropout(np.ones((4, 10)), 0.5, np.random.default_rng(1)))
