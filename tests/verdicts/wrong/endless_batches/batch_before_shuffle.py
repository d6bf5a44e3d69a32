# verdict: less
# breaks: "The order of the pairs is mixed over all of them, so any pair may come first": whole batches are mixed, within a batch the pairs keep the stored order
# keeps: endless, full batches, labels stay with their images, steps_per_epoch
# why: the student put shuffle last, behind batch
import math

import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    return dataset.repeat().batch(batch_size).shuffle(count)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return math.ceil(count / batch_size)
