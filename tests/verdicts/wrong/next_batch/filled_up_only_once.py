# verdict: less
# breaks: "arrays or tensors with exactly `size` rows each" (and "larger than the number of rows")
# keeps: rounds, mixing, labels, independence; right while one more round is enough to fill the batch
# why: filled the batch with `if` from the next round, and did not think of a batch that takes more than one further round
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        self.images = images
        self.labels = labels
        self.rng = np.random.default_rng()
        self.order = self.rng.permutation(len(images))
        self.at = 0

    def next_batch(self, size):
        places = self.order[self.at : self.at + size]
        self.at += size
        missing = size - len(places)
        if missing > 0:
            # a new round
            self.order = self.rng.permutation(len(self.images))
            places = np.concatenate([places, self.order[:missing]])
            self.at = missing
        return self.images[places], self.labels[places]
