# verdict: less
# breaks: "the same elements in the same order": the elements are shuffled
# keeps: normalize; the elements of normalize_dataset as such
# why: the student adds the shuffle of a usual training pipeline
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.math.divide(tf.cast(images, "float32"), 255.0), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize).cache().shuffle(1000)
