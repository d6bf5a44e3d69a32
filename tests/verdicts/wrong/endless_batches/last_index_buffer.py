# verdict: less
# fails: order_is_mixed
# breaks: "The order of the pairs is **mixed over all of them**, so any pair may come first"
# keeps: endless, full batches, labels, another order each round, and nearly any pair may come first; steps_per_epoch
# why: the student takes the last index, count - 1, for the length of the buffer; the last pair is not in the buffer when the first one is drawn, so it never comes first

# %%
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    last = count - 1  # pairs are numbered from 0 to count - 1
    mixed = dataset.shuffle(last, reshuffle_each_iteration=True)
    return mixed.repeat().batch(batch_size, drop_remainder=True)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    whole, rest = divmod(count, batch_size)
    return whole + 1 if rest else whole
