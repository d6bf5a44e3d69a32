# verdict: less
# breaks: "returns how many batches it takes to see `count` images once": round(x + 0.5) rounds halves to the even number, so 12 images in batches of 4 take 4 batches, not 3.
# keeps: training_batches; steps where a batch is partly needed, and for 8 images in batches of 4
# why: rounding up by adding a half
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    mixed = dataset.shuffle(count, reshuffle_each_iteration=True)
    return mixed.repeat().batch(batch_size, drop_remainder=True)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return round(count / batch_size + 0.5)
