"""Reference: repeat, shuffle and batch as the lesson has them, and a division rounded up."""

import math


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    return dataset.repeat().shuffle(count).batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return math.ceil(count / batch_size)
