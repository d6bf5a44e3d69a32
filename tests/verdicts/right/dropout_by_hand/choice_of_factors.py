# verdict: full
# why: draws the factor of each value, 0 or 1/keep, by generator.choice with chances; the product is the quotient but for rounding
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    if keep == 1:
        return values.copy()
    factors = generator.choice([0.0, 1.0 / keep], size=values.shape, p=[1.0 - keep, keep])
    return np.multiply(values, factors)
