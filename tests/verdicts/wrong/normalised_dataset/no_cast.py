# verdict: less
# breaks: normalize must return "each pixel divided by 255, as float32": a uint8 tensor divided by 255.0 stops with a TypeError
# keeps: nothing
# why: written as for NumPy arrays, without tf.cast
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return images / 255.0, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize)
