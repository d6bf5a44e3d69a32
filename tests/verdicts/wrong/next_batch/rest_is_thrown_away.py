# verdict: less
# breaks: "If a round ends in the middle of a batch, the last rows of that round come first and the batch is filled up from the next round."
# keeps: sizes up to the number of rows, labels, mixed anew; right rounds if the size divides the number of rows
# why: began a new round as soon as the rest did not fill a batch, as MNIST readers with drop_last do
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        self.images, self.labels = np.array(images), np.array(labels)
        self.start_round()

    def start_round(self):
        n = len(self.images)
        self.order = list(np.random.permutation(n))

    def next_batch(self, size):
        if len(self.order) < size:
            self.start_round()
        while len(self.order) < size:  # more than there are
            self.order += list(np.random.permutation(len(self.images)))
        now, self.order = self.order[:size], self.order[size:]
        return self.images[now], self.labels[now]
