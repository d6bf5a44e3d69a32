# verdict: full
# why: joins the pairs with window and flat_map in place of batch at the top level; the elements are the same full batches
import tensorflow as tf


def training_batches(dataset, count, batch_size):
    """Return an endless dataset of full batches, mixed over all pairs and again in each round."""

    def join(some_images, some_labels):
        return tf.data.Dataset.zip((some_images.batch(batch_size), some_labels.batch(batch_size)))

    endless = dataset.shuffle(count).repeat(-1)
    return endless.window(batch_size, drop_remainder=True).flat_map(join)


def steps_per_epoch(count, batch_size):
    """Return how many batches it takes to see `count` images once."""
    return len(range(0, count, batch_size))
