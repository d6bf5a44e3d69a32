# verdict: full
# why: Keras's own operations and to_categorical, with the depth handed on so that missing classes do not matter
import keras
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    scaled = keras.ops.cast(images, "float32") / 255
    return keras.ops.reshape(scaled, (images.shape[0], -1))


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    return keras.utils.to_categorical(labels, num_classes=depth)
