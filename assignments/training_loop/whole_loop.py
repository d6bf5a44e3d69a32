# %% [markdown]
"""
Now all of it in one function: rows, one-hot labels, loss, tape, update, and a report every few
steps.

Write `train(model, optimizer, images, labels, batch_size, epochs, report_every)`.

- `images` is a NumPy array of shape `(n, 28, 28)`, whole numbers from 0 to 255: divide by 255.
  `labels` has a class from 0 to 9 for each. `model` takes rows of 784 numbers and gives ten outputs
  for each; train it as it comes, with the optimiser as it comes.
- Go through **all images in their order**, `epochs` times, in batches of `batch_size` images. If
  the images do not fill the last batch of an epoch, it is **smaller**; each epoch begins with the
  first image again.
- For each batch take one step with the optimiser. The loss is the squared error to the one-hot
  labels: a sum over an image's ten outputs, a mean over the images of the batch.
- Count the steps from 1, **on over all epochs**. After each step that is a multiple of
  `report_every`, add a report `(step, loss, accuracy)` to a list: the loss of **this step's**
  batch, and the share of right images, from 0 to 1, among **all images since the last report**.
  Both come from the outputs that the step itself computed, before it changed the weights.
- Return the list. Steps after the last report are trained and not reported.
"""

# %%
import numpy as np
import tensorflow as tf


def train(model, optimizer, images, labels, batch_size, epochs, report_every):
    """Train the model, and return a list of reports (step, loss, accuracy)."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell. Three epochs take
# about half a minute, and then eight of ten images are right.
# model = tf.keras.Sequential(
#     [
#         tf.keras.Input((784,)),
#         tf.keras.layers.Dense(256, activation="relu"),
#         tf.keras.layers.Dense(128, activation="relu"),
#         tf.keras.layers.Dense(10),
#     ]
# )
# optimizer = tf.keras.optimizers.SGD(0.01)
# for step, loss, accuracy in train(model, optimizer, train_images, train_labels, 32, 3, 50):
#     print(f"step {step:4}: loss {float(loss):.3f}, accuracy {float(accuracy):.1%}")
