# verdict: full
# why: every row draws a lot and the rows are sorted by their lots; rows are popped from a list one at a time and stacked

# %%
import random

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self._images = images.copy()
        self._labels = labels.copy()
        self._waiting = []

    def _next_row(self):
        if not self._waiting:  # a new round
            everyone = range(len(self._images))
            self._waiting = sorted(everyone, key=lambda _: random.random())
        return self._waiting.pop()

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        chosen = [self._next_row() for _ in range(size)]
        images = np.stack([self._images[row] for row in chosen])
        labels = np.stack([self._labels[row] for row in chosen])
        return images, labels
