# verdict: less
# breaks: "then they are mixed anew for the next round": every round has the order of the first
# keeps: sizes, pairs, whole rounds, filling up over the end, input stays, objects apart
# why: solved the wrap-around elegantly with the modulo and forgot the second mixing
# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        order = np.random.default_rng().permutation(len(images))
        self.images = images[order]
        self.labels = labels[order]
        self.position = 0

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        places = (self.position + np.arange(size)) % len(self.images)
        self.position += size
        return self.images[places], self.labels[places]
