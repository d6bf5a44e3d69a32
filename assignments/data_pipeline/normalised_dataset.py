# %% [markdown]
"""
Pixels come as whole numbers from 0 to 255, and a network learns more easily from numbers between 0
and 1. In a pipeline that is the work of one small function, and of `map`, which puts every element
of a dataset through it.

Write two functions.

- `normalize(images, labels)` gets two tensors: `images` holds whole numbers from 0 to 255 (of the
  type `uint8`), `labels` whole numbers from 0 to 9. These are **one image** of the shape
  `(28, 28, 1)` with its label, or **a batch** of shape `(count, 28, 28, 1)` with as many labels.
  Return both, images first: each pixel **divided by 255**, as `float32` and in the same shape, and
  the labels as they came.
- `normalize_dataset(dataset)` gets a `tf.data.Dataset` of such pairs, of single images or of
  batches. Return a `tf.data.Dataset` with **the same elements in the same order**, each as
  `normalize` makes it.
"""

# %%
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    raise NotImplementedError


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# pairs = tf.data.Dataset.from_tensor_slices((train_images[:3, ..., None], train_labels[:3]))
# for image, label in normalize_dataset(pairs):
#     print(image.dtype, image.shape, float(tf.reduce_max(image)), int(label))
