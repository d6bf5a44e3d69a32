# verdict: less
# breaks: "The array `values` itself stays as it is" and "Return a new array": it is changed in place
# keeps: chance, division, keep=1, seeds
# why: thought that a second name is a copy
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    result = values
    left_out = generator.random(values.shape) >= keep
    result[left_out] = 0
    result /= keep
    return result
