# %% [markdown]
"""
If you know the tasks of an exam before it, passing it shows nothing. So a data set is cut into
three before anything is trained: a **training set** to learn from, a **validation set** to look at
during training, which shows when a network begins to memorise, and a **test set** for one last look
at the end.

Write `three_sets(images, labels, validation_count, test_count)`. `images` is a NumPy array of the
shape `(count, height, width)`, and `labels` is one with the class of each image, from 0 to 9.
Return three pairs, `(images, labels)` of the training set first, then those of the validation set,
and those of the test set last.

- The validation set gets `validation_count` images, the test set `test_count`, and the training
  set **all others**. No set is empty.
- Each image is in **exactly one** of the three sets, as it is, and at the same place as its label.
- Data often come sorted by class. **Mix before you cut**, so that each set has images of most
  classes, however the data were sorted. The order within a set is up to you.
"""

# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell.
# for some_images, some_labels in three_sets(train_images[:100], train_labels[:100], 20, 30):
#     print(some_images.shape, np.unique(some_labels))
