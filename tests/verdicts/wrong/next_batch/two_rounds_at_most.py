# verdict: less
# breaks: "arrays or tensors with exactly `size` rows each ... It may be another one in each call, and larger than the number of rows." (where the rest and two rounds are fewer than size, the batch is too short)
# keeps: rounds, mixing, pairs, arrays untouched, and all sizes up to twice the number of rows
# why: filled up from the next round, and once more for sizes larger than the number of rows, and thought that this is enough
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images = images
        self.labels = labels
        self.generator = np.random.default_rng()
        self.waiting = self.generator.permutation(len(images))

    def add_round(self):
        new_round = self.generator.permutation(len(self.images))
        self.waiting = np.concatenate([self.waiting, new_round])

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        if len(self.waiting) < size:
            self.add_round()
        if len(self.waiting) < size:  # the batch is larger than all rows
            self.add_round()
        rows = self.waiting[:size]
        self.waiting = self.waiting[size:]
        return self.images[rows], self.labels[rows]
