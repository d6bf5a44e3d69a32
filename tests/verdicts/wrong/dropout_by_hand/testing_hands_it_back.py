# verdict: less
# fails: values_stay
# passes: keeps_about_the_share, kept_values_grow, one_by_one, nothing_happens_in_testing, draws_from_the_generator
# breaks: "Return a new array (or a tensor) of the same shape, in which each value is either kept or 0."
# keeps: all numbers are right, for keep=1 too, and `values` is not changed. But with keep=1 what is returned is the
#        argument itself, not a new array: who writes into the result writes into `values`.
# why: "in testing all values come back as they are", so there is nothing to do.
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    if keep == 1:
        return values
    mask = generator.random(values.shape) < keep
    return values * mask / keep
