# verdict: less
# breaks: "If a round ends in the middle of a batch, the last rows of that round come first": they are thrown away and a new round begins; a size above the number of rows gives too few
# keeps: pairs stay together, mixed order, mixed anew, input stays, objects apart; all right where the size divides the number of rows
# why: the form that one sees in old code: if the end is passed, shuffle and start at 0
# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images = images
        self.labels = labels
        self.n = len(images)
        self.order = np.random.permutation(self.n)
        self.start = 0

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        if self.start + size > self.n:
            self.order = np.random.permutation(self.n)
            self.start = 0
        chosen = self.order[self.start : self.start + size]
        self.start += size
        return self.images[chosen], self.labels[chosen]
