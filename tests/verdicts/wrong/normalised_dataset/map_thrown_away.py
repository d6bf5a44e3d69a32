# verdict: less
# breaks: normalize_dataset must return the elements "each as `normalize` makes it": it returns the dataset as it came
# keeps: normalize
# why: the student believes that map changes the dataset in place
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    images = tf.cast(images, tf.float32)
    images /= 255
    return images, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    dataset.map(normalize)
    return dataset
