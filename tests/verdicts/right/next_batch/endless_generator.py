# verdict: full
# why: a generator method that never ends hands out row numbers, islice takes as many as are asked for; Python's own random.sample mixes
# %%
import random
from itertools import islice

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self._images = np.array(images)
        self._labels = np.array(labels)
        self._numbers = self._endless()

    def _endless(self):
        count = len(self._images)
        while True:
            yield from random.sample(range(count), count)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        rows = list(islice(self._numbers, size))
        return self._images[rows], self._labels[rows]


# %%
batches = Batches(np.arange(5), 10 * np.arange(5))
for _ in range(4):
    print(*batches.next_batch(3))
