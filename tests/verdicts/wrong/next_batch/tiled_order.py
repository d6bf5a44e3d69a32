# verdict: less
# fails: order_is_mixed
# passes: batches_have_the_size, pairs_stay_together, each_row_once_a_round, arrays_stay
# breaks: "then they are mixed **anew** for the next round", and sizes may be "larger than the number of rows".
# keeps: right in every way for batches that are not larger than the number of rows, and the number of rows and the
#        rounds for larger ones. But within one large batch all rounds have the same order.
# why: for a large batch the student mixes once and repeats that order as often as needed (tile).
# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images, self.labels = images, labels
        self.rng = np.random.default_rng()
        self.waiting = np.array([], dtype=int)  # rows that are still to come

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        missing = size - len(self.waiting)
        if missing > 0:
            rounds = -(-missing // len(self.images))  # rounded up
            new = np.tile(self.rng.permutation(len(self.images)), rounds)
            self.waiting = np.concatenate([self.waiting, new])
        now, self.waiting = self.waiting[:size], self.waiting[size:]
        return self.images[now], self.labels[now]
