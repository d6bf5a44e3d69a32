# %% [markdown]
"""
Training is the same four moves, over and over: **forward** (images through the network), **loss**,
**gradient** (in which direction does each weight make the loss larger?) and **update** (a small
move of every weight against that direction). `fit` hides them; here they are yours.

Write `train_step(model, optimizer, images, labels)`, which takes **one step** on one batch.

- `images` is a tensor of shape `(b, 28, 28)`, of type `float32`, with pixels from 0 to 1; `labels`
  is a tensor of `b` whole numbers from 0 to 9. `model` takes rows of 784 numbers and gives ten
  outputs for each; it is not compiled, and `fit` is not needed.
- The loss is the squared error between outputs and one-hot labels: the sum over an image's ten
  outputs, and the mean over the images of the batch, whose size may be any.
- Let a `tf.GradientTape` record the way from the images to the loss, take the gradient of the loss
  by **all** trainable variables of the model, and hand gradients and variables to the optimiser
  that is passed in, **once**, as pairs to its `apply_gradients`. It decides how far each weight
  moves; it may have momentum.
- Return the loss of the batch as it was **before** the step: a number, or a tensor of shape `()`.
"""

# %%
import tensorflow as tf


def train_step(model, optimizer, images, labels):
    """Change the model's weights by one step, and return the loss before it."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. The same batch ten
# times over: the loss must fall.
# model = tf.keras.Sequential(
#     [tf.keras.Input((784,)), tf.keras.layers.Dense(32, "relu"), tf.keras.layers.Dense(10)]
# )
# optimizer = tf.keras.optimizers.SGD(0.02)
# images, labels = tf.constant(train_images[:32] / 255, tf.float32), tf.constant(train_labels[:32])
# for step in range(10):
#     print(step, float(train_step(model, optimizer, images, labels)))
