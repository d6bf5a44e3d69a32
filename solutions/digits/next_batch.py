"""Reference: a queue of places, to which another mixed round is added whenever it is too short."""

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and which rows are still to come."""
        self.images = images
        self.labels = labels
        self.generator = np.random.default_rng()
        self.coming = np.zeros(0, int)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        while len(self.coming) < size:
            order = self.generator.permutation(len(self.images))
            self.coming = np.concatenate([self.coming, order])
        places = self.coming[:size]
        self.coming = self.coming[size:]
        return self.images[places], self.labels[places]
