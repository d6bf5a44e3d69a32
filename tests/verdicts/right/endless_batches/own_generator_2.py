# verdict: full
# why: a Python generator mixes places with NumPy and hands on the rest of a round to the next batch; from_generator makes a tf.data.Dataset of it.
# %%
import numpy as np
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""
    pairs = list(dataset.as_numpy_iterator())
    pictures = np.stack([pair[0] for pair in pairs])
    classes = np.stack([pair[1] for pair in pairs])

    def forever():
        waiting = np.zeros(0, dtype=int)
        while True:
            while len(waiting) < batch_size:
                waiting = np.concatenate([waiting, np.random.permutation(len(pairs))])
            now, waiting = waiting[:batch_size], waiting[batch_size:]
            yield pictures[now], classes[now]

    signature = tuple(
        tf.TensorSpec((batch_size,) + stack.shape[1:], stack.dtype) for stack in (pictures, classes)
    )
    return tf.data.Dataset.from_generator(forever, output_signature=signature)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    full, rest = divmod(count, batch_size)
    return full + (1 if rest else 0)
