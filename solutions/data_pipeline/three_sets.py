"""Reference: one order for images and labels, and two cuts."""

import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = np.random.permutation(len(images))
    validation, test, training = np.split(order, [validation_count, validation_count + test_count])
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )
