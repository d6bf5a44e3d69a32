# verdict: full
# why: returns float32 tensors from tf.reshape and tf.one_hot; the prompt allows a tensor and any number type
# %%
import numpy as np
import tensorflow as tf


# %%
def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    b, h, w = images.shape
    pixels = tf.cast(images, tf.float32)
    return tf.reshape(pixels, (b, h * w)) / 255.0


# %%
def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return tf.one_hot(tf.cast(labels, tf.int32), depth)


# %%
print(to_rows(np.array([[[0, 255], [51, 102]]], np.uint8)))
print(one_hot(np.array([3, 0]), 10))
