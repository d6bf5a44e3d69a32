"""Reference: a random number for each value decides whether it is kept."""

import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    is_kept = generator.random(values.shape) < keep
    return np.where(is_kept, values / keep, 0.0)
