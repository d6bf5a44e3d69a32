# verdict: less
# breaks: "`values` is a NumPy array ... of any shape": crashes from two dimensions on, since Generator.random takes the shape as one argument
# keeps: everything for arrays of one dimension
# why: np.random.rand(*shape) of older code, changed to generator.random
# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    mask = generator.random(*values.shape) < keep
    return values * mask / keep
