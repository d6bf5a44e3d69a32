# verdict: less
# breaks: "all rows come once ... before any comes again": repeat stands before shuffle, so the buffer mixes the rounds with each other
# keeps: sizes, pairs, mixed order, input stays, objects apart
# why: the two methods of tf.data in the wrong order
# %%
import tensorflow as tf


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        dataset = tf.data.Dataset.from_tensor_slices((images, labels))
        dataset = dataset.repeat().shuffle(len(images))
        self.iterator = iter(dataset)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        pairs = [next(self.iterator) for _ in range(size)]
        images, labels = zip(*pairs)
        return tf.stack(images).numpy(), tf.stack(labels).numpy()
