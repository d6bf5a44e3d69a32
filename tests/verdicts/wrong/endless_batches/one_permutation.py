# verdict: less
# breaks: "it is mixed again in each round": the order is drawn once and then the same in every round
# keeps: endless, full batches, mixed over all pairs, labels stay with their images, steps_per_epoch
# why: the permutation is drawn in front of the endless loop instead of inside it
import numpy as np
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    pairs = list(dataset.as_numpy_iterator())

    def endless_pairs():
        order = np.random.permutation(count)
        while True:
            for place in order:
                yield pairs[place]

    stream = tf.data.Dataset.from_generator(endless_pairs, output_signature=dataset.element_spec)
    return stream.batch(batch_size)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return (count + batch_size - 1) // batch_size
