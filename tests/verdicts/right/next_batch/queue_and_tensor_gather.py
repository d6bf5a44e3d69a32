# verdict: full
# why: a queue of row numbers is filled up by whole mixed rounds before a batch is cut from it; batches are tensors made by tf.gather, which the prompt allows
import random

import tensorflow as tf


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images, self.labels = tf.convert_to_tensor(images), tf.convert_to_tensor(labels)
        self.queue = []

    def _another_round(self):
        self.queue += random.sample(range(len(self.images)), k=len(self.images))

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        while len(self.queue) < size:
            self._another_round()
        now, self.queue = self.queue[:size], self.queue[size:]
        return tf.gather(self.images, now), tf.gather(self.labels, now)
