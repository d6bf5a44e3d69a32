# %% [markdown]
"""
A network of `Dense` layers takes **one row of numbers** for each image, and this notebook's loss
compares a row of outputs with a **row of wanted numbers**. So both images and labels have to change
their shape. Write two functions.

- `to_rows(images)` gets a stack of images: a NumPy array of whole numbers from 0 to 255, with the
  shape `(b, h, w)` for `b` images of `h` lines with `w` pixels each. It returns an array (or a
  tensor) of shape `(b, h * w)`: for each image the pixels of its first line, then those of the
  second, and so on, **all divided by 255**.
- `one_hot(labels, depth)` gets whole numbers from 0 to `depth - 1`, as a one-dimensional NumPy
  array. It returns a row of `depth` numbers for each label: **1 at the label's place and 0
  everywhere else**. With a depth of 10, label 3 becomes `[0, 0, 0, 1, 0, 0, 0, 0, 0, 0]`.

The images may be of any size, a stack may hold a single image, and not every class occurs among the
labels. The type of the numbers that you return is up to you, and rows may be a list too.
"""

# %%
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    raise NotImplementedError


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# print(to_rows(train_images[:5]).shape)
# print(one_hot(train_labels[:5], 10))
