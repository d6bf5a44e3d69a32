# verdict: less
# breaks: "The order of the pairs is **mixed over all of them**, so any pair may come first"
# keeps: endless, full batches, labels, steps, mixed anew each round; mixed over all if there are no more than 1000 pairs
# why: a buffer of 1000 is what examples on the web take, and it saves memory
# %%
import math

import tensorflow as tf

SHUFFLE_BUFFER = 1000


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    return dataset.shuffle(min(count, SHUFFLE_BUFFER)).repeat().batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return math.ceil(count / batch_size)
