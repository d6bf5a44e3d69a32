# %% [markdown]
"""
How wrong is a batch? One number has to say it, and TensorFlow must be able to ask in which
direction that number falls. This notebook's loss takes each image's differences between outputs and
wanted numbers, squares them and adds them up; the loss of a batch is the mean of that **over its
images**.

Write `batch_loss(outputs, wanted)`. Both are tensors of shape `(b, k)`, of type `float32`: a row of
`k` numbers for each of `b` images.

- Square every difference between the two. Take the **sum over the numbers of an image**, and the
  **mean over the images** of the batch, however many these are.
- Return the loss as a tensor with a single number, of shape `()`, that a `tf.GradientTape` can
  follow back to `outputs`: compute it with TensorFlow's own operations.
- Where outputs are as wanted the loss is 0, and nowhere else: errors of opposite signs must not
  cancel each other.
"""

# %%
import tensorflow as tf


def batch_loss(outputs, wanted):
    """Return the squared error: summed over an image's outputs, averaged over the images."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. By hand: the first
# image is off by 1 and by 2, the second by nothing, so the loss is (1 + 4 + 0) / 2 = 2.5.
# outputs = tf.Variable([[1.0, 0.0], [0.5, 0.5]])
# with tf.GradientTape() as tape:
#     loss = batch_loss(outputs, tf.constant([[0.0, 2.0], [0.5, 0.5]]))
# print(float(loss), tape.gradient(loss, outputs).numpy())
