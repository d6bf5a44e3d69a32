# verdict: full
# why: pairs in a Python list, sorted by a random key, and popped set by set; any mixing that keeps image and label together will do
import random

import numpy as np


def _as_pair(examples):
    """A list of (image, label) becomes (images, labels)."""
    pictures, classes = zip(*examples)
    return np.array(pictures), np.array(classes)


def three_sets(images, labels, validation_count, test_count):
    pile = sorted(zip(images, labels), key=lambda _: random.random())
    validation = [pile.pop() for _ in range(validation_count)]
    test = [pile.pop() for _ in range(test_count)]
    # what is left on the pile is for training
    return _as_pair(pile), _as_pair(validation), _as_pair(test)
