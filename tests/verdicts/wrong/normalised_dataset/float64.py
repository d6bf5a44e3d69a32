# verdict: less
# breaks: "as `float32`": the pixels come as float64
# keeps: the values, shapes, labels and the order of the elements
# why: the student casts to float64, the type NumPy would have made
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.cast(images, tf.float64) / 255.0, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(lambda image, label: normalize(image, label))
