# verdict: full
# why: an infinite generator in each object yields row numbers round after round, and islice takes what a batch needs; the pair is a named tuple
# %%
import itertools
from collections import namedtuple

import numpy as np

Pair = namedtuple("Pair", "images labels")


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self._data = Pair(images, labels)
        self._places = self._rounds(len(images))

    @staticmethod
    def _rounds(count):
        chance = np.random.default_rng()
        while True:
            yield from chance.permutation(count)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        places = list(itertools.islice(self._places, size))
        return Pair(*(rows[places] for rows in self._data))


# %%
batches = Batches(np.arange(5), 10 * np.arange(5))
for _ in range(4):
    print(*batches.next_batch(3))
