# verdict: full
# why: Keras's load_img in rgba, np.where for transparent places, grey by Pillow, tf.image.resize by areas; clipped to 0..1
# %%
import numpy as np
import tensorflow as tf
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    rgba = np.array(tf.keras.utils.load_img(path, color_mode="rgba"))
    rgb = np.where(rgba[..., 3:] > 0, rgba[..., :3], 255).astype("uint8")
    grey = np.array(Image.fromarray(rgb).convert("L")).astype("float32")
    small = tf.image.resize(grey[..., np.newaxis], (28, 28), method="area")
    return np.clip(1.0 - small.numpy().reshape(784) / 255.0, 0.0, 1.0)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    [outputs] = model.predict(np.stack([read_picture(path)]), verbose=0)
    return max(range(10), key=lambda digit: outputs[digit])
