# %% [markdown]
"""
Networks learn more easily from numbers between 0 and 1 than from pixels up to 255. So the images
are scaled before training, and **test images in the same way**: a network that learnt from dark
pictures is lost among bright ones.

Write `scale(train_images, test_images)`. Both are NumPy arrays of the shape
`(count, height, width)` with pixels from 0 to 255. Return two arrays (or tensors) of the same
shapes, the training images first: **each pixel divided by 255**, as a number with its decimals,
whichever the largest pixel is that occurs.

The arrays that you are given are also needed by others: leave them as they were. They may hold
whole numbers, or numbers with decimals that are not scaled yet.
"""

# %%
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. The largest pixel
# here is 200, so 200 / 255 = 0.784 should be the largest number.
# some = np.array([[[0, 100], [50, 200]]], dtype="uint8")
# scaled, also_scaled = scale(some, some)
# print(np.max(scaled), np.max(also_scaled), np.max(some))
