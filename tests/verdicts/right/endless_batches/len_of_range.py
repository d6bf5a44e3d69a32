# verdict: full
# why: the steps are the length of a range, and the chain shuffles in front of repeat (each round is mixed anew), with extras that change nothing.
# %%
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    mixed = dataset.shuffle(buffer_size=count, reshuffle_each_iteration=True)
    endless = mixed.repeat(-1)
    return endless.batch(batch_size, drop_remainder=True).prefetch(tf.data.AUTOTUNE)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return len(range(0, count, batch_size))
