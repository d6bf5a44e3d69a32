# verdict: full
# why: collects the pairs and lets a Python generator with NumPy's permutation hand them out for ever; from_generator makes a dataset of it, batched over the ends of rounds
# %%
import numpy as np
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    pairs = list(dataset.take(count))

    def forever():
        chance = np.random.default_rng()
        while True:
            for place in chance.permutation(len(pairs)):
                yield pairs[place]

    stream = tf.data.Dataset.from_generator(forever, output_signature=dataset.element_spec)
    return stream.batch(batch_size, drop_remainder=True)


# %%
def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    steps, seen = 0, 0
    while seen < count:
        steps, seen = steps + 1, seen + batch_size
    return steps


assert steps_per_epoch(10, 4) == 3
