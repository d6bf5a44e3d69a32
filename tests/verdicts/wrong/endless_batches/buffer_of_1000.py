# verdict: less
# breaks: "The order of the pairs is **mixed over all of them**, so any pair may come first": the buffer holds 1,000, so of more pairs only the first 1,000 may come first.
# keeps: endless, full batches, mixed again in each round, pairs; everything for up to 1,000 pairs; steps_per_epoch
# why: a usual number in place of `count`
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    return dataset.shuffle(1000).repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return -(-count // batch_size)
