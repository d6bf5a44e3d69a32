# verdict: less
# breaks: "Return a `tf.data.Dataset` with **the same elements in the same order**": batches are taken apart and joined again in batches of 32, whatever their size was.
# keeps: normalize; datasets of single images; batches of 32
# why: the student thinks that normalize is for one image, and that every batch has 32
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    return tf.cast(images, tf.float32) / 255.0, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""
    images, _ = dataset.element_spec
    if images.shape.rank == 4:
        return dataset.unbatch().map(normalize).batch(32)
    return dataset.map(normalize)
