# verdict: full
# why: mixes while it draws (Fisher-Yates, one swap a row) and begins again at the front when all rows came; never makes a whole permutation at once
# %%
import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images = images
        self.labels = labels
        self.order = list(range(len(images)))
        self.drawn = 0  # of this round; those before this place came already
        self.dice = np.random.default_rng()

    def _draw(self):
        if self.drawn == len(self.order):
            self.drawn = 0
        here, there = self.drawn, int(self.dice.integers(self.drawn, len(self.order)))
        self.order[here], self.order[there] = self.order[there], self.order[here]
        self.drawn += 1
        return self.order[here]

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        numbers = [self._draw() for _ in range(size)]
        return np.stack([self.images[n] for n in numbers]), np.stack([self.labels[n] for n in numbers])
