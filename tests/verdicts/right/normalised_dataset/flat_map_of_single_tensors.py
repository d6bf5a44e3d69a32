# verdict: full
# why: flat_map puts each normalised element into a dataset of one and strings them together in order, which is what map would give
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    largest = tf.constant(255, dtype=tf.float32)
    return tf.divide(tf.cast(images, dtype=largest.dtype), largest), labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""

    def single(*element):
        return tf.data.Dataset.from_tensors(normalize(*element))

    return dataset.flat_map(single)
