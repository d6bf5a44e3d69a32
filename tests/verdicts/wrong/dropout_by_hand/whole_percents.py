# verdict: less
# breaks: "`keep` is the chance of each value to be **kept**, above 0 and at most 1": chances are rounded to whole percents, so with keep=0.004 nothing is ever kept, and with 0.995 all is.
# keeps: shape, division, chances of whole percents, keep=1, seeds, the argument stays
# why: draws tickets from 0 to 99
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    tickets = generator.integers(0, 100, size=values.shape)
    kept = tickets < round(keep * 100)
    return np.where(kept, values / keep, 0.0)
