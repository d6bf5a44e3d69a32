# verdict: less
# breaks: "several objects may be used in turn without disturbing each other": the list of rows to come belongs to the class, so all objects draw from one list
# keeps: everything as long as there is only one object in the program
# why: wrote a list where the attributes are declared in other languages
# %%
import random

import numpy as np


class Batches:
    """Hands out images and labels in batches, all rows in mixed order, round after round."""

    waiting = []

    def __init__(self, images, labels):
        """Remember the arrays, and whatever else you need from call to call."""
        self.images = images
        self.labels = labels

    def next_batch(self, size):
        """Return the next `size` images and their labels."""
        chosen = []
        while len(chosen) < size:
            if not self.waiting:
                numbers = list(range(len(self.images)))
                random.shuffle(numbers)
                self.waiting.extend(numbers)
            chosen.append(self.waiting.pop())
        return self.images[chosen], self.labels[chosen]
