# %% [markdown]
"""
A loss is made for the gradient; people want to know **how many images are right**. A loop adds that
up on a meter while it trains, prints what the meter shows every so many batches, and then *resets*
it: a meter that never forgets still counts the blunders of the first minute in the last one.

Write `accuracies(batches, every)`. `batches` is a list of pairs `(outputs, labels)`, NumPy arrays
both: `outputs` with a row of ten numbers for each image of the batch, `labels` with a class from 0
to 9 for each. An image is right if the largest of its outputs is at the place of its label.

- Go through the batches in order. After each `every` of them, report: the share of right images,
  from 0 to 1, among **all images since the last report**, and of these only. Batches may be of
  different sizes, and each image counts once.
- If batches are left at the end that were in no report, report these in the same way.
- Return the list of the reported shares, in order.
"""

# %%
import numpy as np
import tensorflow as tf


def accuracies(batches, every):
    """Return the share of right images of each `every` batches, and of those left at the end."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. Two batches of two
# images are reported together, the last by itself: [0.75, 0.0].
# first = (np.eye(10)[[3, 5]], np.array([3, 5]))
# second = (np.eye(10)[[0, 9]], np.array([0, 2]))
# third = (np.eye(10)[[1]], np.array([7]))
# print(accuracies([first, second, third], 2))
