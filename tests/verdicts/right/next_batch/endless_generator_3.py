# verdict: full
# why: a generator inside the object yields one place after another for ever; next_batch only takes as many as it needs
from itertools import islice

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        self._pictures = images
        self._names = labels
        self._places = self._endless(len(images))

    @staticmethod
    def _endless(count):
        dice = np.random.default_rng()
        while True:
            yield from dice.permutation(count)

    def next_batch(self, size):
        places = list(islice(self._places, size))
        return self._pictures[places], self._names[places]
