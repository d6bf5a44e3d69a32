# verdict: less
# breaks: "all rows come once, in **mixed** order, before any comes again"
# keeps: rounds, sizes, pairs, mixing anew, as long as no two images are alike
# why: keeps the pairs in a dictionary with the image's bytes as the key, so that they cannot be separated; of rows with equal images only the last is left

# %%
import random

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.pairs = {}
        for image, label in zip(images, labels):
            # arrays cannot be keys, their bytes can
            self.pairs[image.tobytes()] = (image, label)
        self.queue = []

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        chosen = []
        while len(chosen) < size:
            if not self.queue:
                self.queue = list(self.pairs.values())
                random.shuffle(self.queue)
            chosen.append(self.queue.pop())
        images = np.array([image for image, _ in chosen])
        labels = np.array([label for _, label in chosen])
        return images, labels
