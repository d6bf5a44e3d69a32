# %% [markdown]
"""
A step of training looks at a **mini-batch**: more than one image, so that a step does not follow
the whims of a single one, and far fewer than all, so that it is cheap. In TensorFlow 1 a data set
had a method for that: each call of `next_batch(128)` gave 128 images more. It is gone; write your
own.

Write the class `Batches`.

- `Batches(images, labels)` gets two NumPy arrays with equally many rows, one row or more: row `i`
  of `labels` belongs to row `i` of `images`. A row may be a number, or have any shape.
- Its method `next_batch(size)` returns a pair `(images, labels)`: arrays or tensors with exactly
  `size` rows each, in which each image still comes with its label. `size` is 1 or more. It may be
  another one in each call, and larger than the number of rows.
- Rows come in **rounds**, from call to call: all rows come once, in **mixed** order, before any
  comes again; then they are mixed **anew** for the next round. If a round ends in the middle of a
  batch, the last rows of that round come first and the batch is filled up from the next round. With
  5 rows, `next_batch(3)` called twice gives all 5 rows, and one of them a second time.
- The arrays that were passed in stay as they are, and several objects may be used in turn without
  disturbing each other.
"""

# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        raise NotImplementedError

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        raise NotImplementedError


# %%
# Try it: once your class is written, remove the "# " below and run this cell. Each label is ten
# times its image, and in the first five rows each number from 0 to 4 comes once.
# batches = Batches(np.arange(5), 10 * np.arange(5))
# for _ in range(4):
#     print(*batches.next_batch(3))
