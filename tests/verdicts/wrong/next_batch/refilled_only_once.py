# verdict: less
# breaks: "arrays or tensors with exactly `size` rows each [...] It may be another one in each call, and larger than the number of rows": it is filled up from one new round only, so a size above the rest plus one round gives too few rows.
# keeps: rounds, pairs, mixing, arguments, several objects; all sizes up to the number of rows
# why: if in place of while
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images = images
        self.labels = labels
        self.order = np.random.permutation(len(images))
        self.place = 0

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        chosen = self.order[self.place : self.place + size]
        self.place += size
        if len(chosen) < size:
            missing = size - len(chosen)
            self.order = np.random.permutation(len(self.images))
            chosen = np.concatenate([chosen, self.order[:missing]])
            self.place = missing
        return self.images[chosen], self.labels[chosen]
