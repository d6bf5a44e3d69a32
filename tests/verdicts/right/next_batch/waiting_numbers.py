# verdict: full
# why: keeps an array of the row numbers still to come and adds permutations as long as it is too short; a fixed seed is mixed order all the same
# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images, self.labels = images, labels
        self.random = np.random.default_rng(42)
        self.waiting = np.array([], dtype=int)

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        while len(self.waiting) < size:
            self.waiting = np.append(self.waiting, self.random.permutation(len(self.images)))
        now, self.waiting = np.split(self.waiting, [size])
        return self.images[now], self.labels[now]
