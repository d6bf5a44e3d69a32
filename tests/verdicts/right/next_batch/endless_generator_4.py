# verdict: full
# why: an endless generator of row numbers, and islice takes as many as are asked for; any size and any number of rounds come by themselves
from itertools import islice

import numpy as np


def endless_rows(count):
    chance = np.random.default_rng()
    while True:
        yield from chance.permutation(count)


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images, self.labels = images, labels
        self.rows = endless_rows(len(images))

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        chosen = np.array(list(islice(self.rows, size)))
        return self.images[chosen], self.labels[chosen]
