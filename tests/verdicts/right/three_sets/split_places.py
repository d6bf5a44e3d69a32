# verdict: full
# why: mixes the places once and cuts them with np.split at two marks, then takes images and labels by the same places
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    count = len(images)
    order = np.random.permutation(count)
    marks = [count - validation_count - test_count, count - test_count]
    training, validation, test = np.split(order, marks)
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )
