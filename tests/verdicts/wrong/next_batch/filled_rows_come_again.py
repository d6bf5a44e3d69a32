# verdict: less
# breaks: "all rows come once, in **mixed** order, before any comes again": the rows of the new round that filled a batch up are handed out again in the next call.
# keeps: size, pairs, mixing, arguments, several objects, and the whole first round with the batch that ends it
# why: the place in the new round is set to 0 and not behind the rows that were used
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images, self.labels = images, labels
        self.generator = np.random.default_rng()
        self.order = self.generator.permutation(len(images))
        self.place = 0

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        rows = list(self.order[self.place : self.place + size])
        self.place += len(rows)
        while len(rows) < size:
            self.order = self.generator.permutation(len(self.images))
            rows.extend(self.order[: size - len(rows)])
            self.place = 0
        return self.images[rows], self.labels[rows]
