# verdict: full
# why: keeps only a counter; which row is the n-th follows from divmod and from the order of that round, which is made anew from a key of the object
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        self.images, self.labels = images.copy(), labels.copy()
        self.key = int(np.random.default_rng().integers(2**32))
        self.given = 0  # rows handed out so far
        self.orders = {}

    def order(self, number):
        if number not in self.orders:
            mixer = np.random.default_rng([self.key, number])
            self.orders = {number: mixer.permutation(len(self.images))}  # forget older ones
        return self.orders[number]

    def next_batch(self, size):
        rows = []
        for position in range(self.given, self.given + size):
            number, place = divmod(position, len(self.images))
            rows.append(self.order(number)[place])
        self.given += size
        return np.stack([self.images[r] for r in rows]), np.stack([self.labels[r] for r in rows])
