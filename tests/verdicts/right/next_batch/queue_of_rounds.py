# verdict: full
# why: no permutation: a priority queue. Each row waits with its round and a number drawn by chance; the smallest one
#      comes next, and is put back for the round after. So rounds are complete, and mixed anew, by themselves.
# %%
import heapq

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self._images, self._labels = images, labels
        self._chance = np.random.default_rng()
        self._waiting = [(0, self._chance.random(), row) for row in range(len(images))]
        heapq.heapify(self._waiting)

    def _next_row(self):
        number, _, row = self._waiting[0]
        heapq.heapreplace(self._waiting, (number + 1, self._chance.random(), row))
        return row

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        rows = [self._next_row() for _ in range(size)]
        return self._images[rows], self._labels[rows]
