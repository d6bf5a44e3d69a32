# verdict: less
# breaks: "and the labels as they came": they are cast to float32 together with the images.
# keeps: images, shapes, order, number of elements, the labels' values
# why: the student casts both, so that all is of one type
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    images = tf.cast(images, tf.float32)
    labels = tf.cast(labels, tf.float32)
    return images / 255, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    return dataset.map(normalize)
