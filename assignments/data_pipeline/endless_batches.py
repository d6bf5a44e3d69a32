# %% [markdown]
"""
`fit` takes one batch after another. A pipeline for training has to hand them out for as long as the
training lasts, and in another order each time round, so that the network cannot get used to one.

Write two functions.

- `training_batches(dataset, count, batch_size)` gets a `tf.data.Dataset` of `count` pairs, each of
  one image and its label, where `count` is larger than `batch_size`. Return a `tf.data.Dataset` of
  batches: pairs of images and their labels, with a first axis of length `batch_size`.
    - There is **always another batch**: it begins again where the pairs end.
    - **Every batch is full**, also where one round ends and the next begins.
    - The order of the pairs is **mixed over all of them**, so any pair may come first, and it is
      mixed **again in each round**.
    - Each image keeps its label, and each pair comes again and again.
- `steps_per_epoch(count, batch_size)` returns how many batches it takes to see `count` images once,
  as an `int`. If the last batch is only partly needed, it still has to be taken: 10 images take 3
  batches of 4.
"""

# %%
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    raise NotImplementedError


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    raise NotImplementedError


# %%
# Try it: once your functions are written, remove the "# " below and run this cell.
# some = tf.data.Dataset.from_tensor_slices((train_images[:100], train_labels[:100]))
# for some_images, some_labels in training_batches(some, 100, 32).take(7):
#     print(some_images.shape, some_labels.numpy()[:10])
# print(steps_per_epoch(100, 32))
