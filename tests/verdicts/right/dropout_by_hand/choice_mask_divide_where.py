# verdict: full
# why: the mask is drawn with generator.choice and its probabilities, and np.divide fills only kept places of an array of zeros
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    stays = generator.choice([True, False], size=values.shape, p=[keep, 1 - keep])
    result = np.zeros_like(values)
    np.divide(values, keep, out=result, where=stays)
    return result
