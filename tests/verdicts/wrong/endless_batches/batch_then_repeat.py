# verdict: less
# breaks: "**Every batch is full**, also where one round ends and the next begins."
# keeps: endless, mixed over all and again in each round, labels, steps
# why: order of the chain: batches first, and repeat them then; each round ends with a smaller batch
# %%
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    dataset = dataset.shuffle(count)
    dataset = dataset.batch(batch_size)
    return dataset.repeat()


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return (count + batch_size - 1) // batch_size
