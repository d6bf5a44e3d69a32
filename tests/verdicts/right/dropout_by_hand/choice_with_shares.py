# verdict: full
# why: tosses the coins with generator.choice and given shares, and picks with np.where; the prompt leaves open how chance is drawn

# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    stays = generator.choice([True, False], size=values.shape, p=[keep, 1 - keep])
    return np.where(stays, values / keep, 0.0)
