# verdict: full
# why: draws the test places with random.sample, then the validation places from what is left, by Python sets; no permutation is used, and the training set is mixed by being what remains
import random

import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    left = set(range(len(images)))
    for_test = random.sample(sorted(left), test_count)
    left -= set(for_test)
    for_validation = random.sample(sorted(left), validation_count)
    left -= set(for_validation)
    for_training = sorted(left)

    def take(places):
        places = np.array(places, dtype=int)
        return np.take(images, places, axis=0), np.take(labels, places, axis=0)

    return take(for_training), take(for_validation), take(for_test)
