# verdict: full
# why: all mixing is done in plain Python: an endless generator of pairs, random.sample for each round, islice for a batch, and from_generator to make a tf.data.Dataset of it; integer arithmetic with a minus sign for rounding up

# %%
import itertools
import random

import numpy as np
import tensorflow as tf


def rounds_without_end(pairs):
    while True:
        yield from random.sample(pairs, len(pairs))  # a new order each round


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    pairs = list(dataset.as_numpy_iterator())

    def batches():
        stream = rounds_without_end(pairs)
        while True:
            images, labels = zip(*itertools.islice(stream, batch_size))
            yield np.stack(images), np.stack(labels)

    signature = tuple(
        tf.TensorSpec(tf.TensorShape([batch_size]).concatenate(spec.shape), spec.dtype)
        for spec in dataset.element_spec
    )
    return tf.data.Dataset.from_generator(batches, output_signature=signature)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return -(-count // batch_size)
