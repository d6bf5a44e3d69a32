# verdict: full
# why: tosses a coin for one value after the other in a generator function, slow, over values.flat, so that any shape works
import numpy as np


def coins(values, keep, generator):
    for value in values.flat:
        # random() is below 1, so with keep=1 everything stays
        yield float(value) / keep if generator.random() < keep else 0.0


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    row = np.fromiter(coins(values, keep, generator), dtype=float, count=values.size)
    return row.reshape(values.shape)
