# verdict: less
# breaks: "then they are mixed **anew** for the next round"
# keeps: the first round, pairs, exact sizes of any kind, the order across the end of a round
# why: shuffles in __init__ and then goes round and round with modulo

# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.n = len(images)
        order = np.random.permutation(self.n)
        self.images = images[order]
        self.labels = labels[order]
        self.position = 0

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        index = (self.position + np.arange(size)) % self.n
        self.position = (self.position + size) % self.n
        return self.images[index], self.labels[index]
