# verdict: full
# why: looks each of the 256 possible pixels up in a table of quotients instead of dividing; works for one image and for a batch
import numpy as np
import tensorflow as tf

QUOTIENTS = (np.arange(256) / 255).astype("float32")


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.gather(QUOTIENTS, tf.cast(images, tf.int32)), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    dataset = dataset.map(normalize)
    return dataset
