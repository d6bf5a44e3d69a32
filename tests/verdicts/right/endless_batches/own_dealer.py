# verdict: full
# why: keeps the pairs in a list and deals them with a Python generator and a NumPy permutation each round; from_generator is a tf.data.Dataset as well
import numpy as np
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    pairs = list(dataset.as_numpy_iterator())
    image_spec, label_spec = dataset.element_spec

    def deal():
        rng = np.random.default_rng()
        hand = []
        while True:
            for place in rng.permutation(len(pairs)):
                hand.append(pairs[place])
                if len(hand) == batch_size:
                    yield (
                        np.stack([image for image, _ in hand]),
                        np.stack([label for _, label in hand]),
                    )
                    hand = []

    return tf.data.Dataset.from_generator(
        deal,
        output_signature=(
            tf.TensorSpec((batch_size, *image_spec.shape), image_spec.dtype),
            tf.TensorSpec((batch_size, *label_spec.shape), label_spec.dtype),
        ),
    )


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    steps = 0
    while count > 0:
        count -= batch_size
        steps += 1
    return steps
