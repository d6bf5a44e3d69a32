# verdict: less
# breaks: "Each image keeps its label": images and labels are mixed apart from each other
# keeps: endless, full batches, mixed images, steps_per_epoch
# why: the student takes the pairs apart, shuffles each part, and zips them again
import numpy as np
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    only_images = dataset.map(lambda image, label: image)
    only_labels = dataset.map(lambda image, label: label)
    only_images = only_images.shuffle(count).repeat().batch(batch_size)
    only_labels = only_labels.shuffle(count).repeat().batch(batch_size)
    return tf.data.Dataset.zip((only_images, only_labels))


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return int(np.ceil(count / batch_size))
