# verdict: full
# why: the chain caches, shuffles the whole, repeats and batches with drop_remainder, applied as a list of steps; `math` comes from the introduction
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    steps = [
        ("cache", ()),
        ("shuffle", (count, None, True)),  # size of the buffer, seed, again in each round
        ("repeat", ()),
        ("batch", (batch_size, True)),
        ("prefetch", (2,)),
    ]
    for name, arguments in steps:
        dataset = getattr(dataset, name)(*arguments)
    return dataset


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return math.ceil(count / batch_size)
