# verdict: full
# why: a uint8 tensor divided by the whole number 255 is float32 in TensorFlow, so no cast is needed; the dataset function goes by apply
import tensorflow as tf


def normalize(images, labels):
    """Return the images with pixels from 0 to 1, and the labels as they are."""
    # "/" of a uint8 tensor by a whole number gives float32 in TensorFlow
    return images / 255, labels


def normalize_dataset(dataset):
    """Return a dataset of the same elements, each of them normalised."""

    def through_normalize(pairs):
        return pairs.map(lambda some_images, some_labels: normalize(some_images, some_labels))

    return dataset.apply(through_normalize)
