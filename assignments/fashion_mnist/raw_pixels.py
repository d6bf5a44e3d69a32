# %% [markdown]
"""
Before the first training we divided all pixels by 255. Is that worth a line of code? Train the same
network on the pixels as they are and on the scaled ones, and compare.

Write `compare_scaling(images, labels)`. `images` is a whole-number array of shape
`(count, 28, 28)` with pixels from **0 to 255**, `labels` holds classes from 0 to 9. The function
trains twice on all of them, each time a **new** network with the same layers (`Flatten`, 128
neurons with ReLU, ten outputs with softmax), the optimiser `adam` and the loss
`sparse_categorical_crossentropy`, for **3 epochs**: once on the raw pixels, and once on pixels
scaled to lie between 0 and 1, by you or by a `Rescaling` layer in front. Nothing but the pixels may
differ; the first loss on raw pixels is then many times the other one. It returns a dictionary with
the training loss of each epoch:

    {"raw": [..., ..., ...], "scaled": [..., ..., ...]}

The arrays belong to the caller: leave `images` and `labels` as they are.
"""

# %%
import tensorflow as tf


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    raise NotImplementedError


# %%
# Try it: once your function is written, remove the "# " below and run this cell.
# (raw_images, raw_labels), _ = tf.keras.datasets.fashion_mnist.load_data()
# for name, losses in compare_scaling(raw_images[:2000], raw_labels[:2000]).items():
#     print(name, losses)
