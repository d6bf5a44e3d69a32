# verdict: less
# fails: never_ends
# breaks: "There is **always another batch**: it begins again where the pairs end."
# keeps: order, full batches across the rounds and labels for a thousand rounds; steps_per_epoch
# why: the student thinks that a thousand rounds are more than any training needs; after them the dataset ends, with a batch that may not be full

# %%
import math

import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    # nobody trains for more than 1000 epochs
    return dataset.shuffle(count).repeat(1000).batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return math.ceil(count / batch_size)
