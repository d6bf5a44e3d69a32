# verdict: less
# breaks: "all rows come once, in **mixed** order, before any comes again; then they are mixed **anew** for the next round"
# keeps: sizes, pairs, rounds; new order where a round ends in the middle of a batch
# why: mixes only where a batch has to be filled up; if a round ends just with a batch (10 rows, batches of 5), the next one has the same order again
import numpy as np


class Batches:
    def __init__(self, images, labels):
        self.images = images
        self.labels = labels
        self.generator = np.random.default_rng()
        self.order = self.generator.permutation(len(images))
        self.used = 0

    def next_batch(self, size):
        if self.used == len(self.order):
            self.used = 0
        places = list(self.order[self.used : self.used + size])
        self.used += len(places)
        while len(places) < size:
            self.order = self.generator.permutation(len(self.images))
            more = self.order[: size - len(places)]
            places.extend(more)
            self.used = len(more)
        return self.images[places], self.labels[places]
