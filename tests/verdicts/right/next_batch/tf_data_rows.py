# verdict: full
# why: tf.data with a full shuffle buffer BEFORE repeat keeps the rounds apart and mixes each anew; rows are drawn one by one and stacked, as size changes; tensors are allowed
# %%
import tensorflow as tf


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        data = tf.data.Dataset.from_tensor_slices((images, labels))
        data = data.shuffle(buffer_size=len(images), reshuffle_each_iteration=True).repeat()
        self.rows = iter(data)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        images, labels = [], []
        for _ in range(size):
            image, label = next(self.rows)
            images.append(image)
            labels.append(label)
        return tf.stack(images), tf.stack(labels)
