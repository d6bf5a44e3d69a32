# %% [markdown]
"""
What does a dropout do? In each step of training every neuron of a layer is left out by chance, as
if a coin were tossed for it: what it hands on becomes 0. No neuron can rely on any other, so the
layer learns the same in many ways, and over-fits less. In testing all neurons take part. So that
the layer behind gets as much as before, on average, the neurons that are kept hand on **more**.

Write `dropout(values, keep, generator)`. `values` is a NumPy array of decimal numbers, of any
shape. `keep` is the chance of each value to be **kept**, above 0 and at most 1; `generator` is a
generator of NumPy, as `np.random.default_rng(1)` makes one.

- Return a new array (or a tensor) of the same shape, in which each value is either kept or 0. The
  chance to be kept is `keep`, **for each value by itself**, whatever happens to the others.
- A value that is kept is **divided by** `keep`.
- With `keep=1`, as in testing, all values come back as they are, in a new array too.
- All chance comes from the `generator` that is passed in: generators with equal seeds give equal
  results, and a second call with the same generator gives another result than the first.
- The array `values` itself stays as it is.
"""

# %%
import numpy as np


def dropout(values, keep, generator):
    """Return the values, each kept with the chance `keep` and divided by it, or else 0."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. About a half of
# the ones are left, as twos, so the mean stays near 1.
# dropped = dropout(np.ones((4, 10)), 0.5, np.random.default_rng(1))
# print(dropped, dropped.mean())
