# verdict: full
# why: stratified: spreads each class evenly over a line from 0 to 1 and cuts the line, so each set has its share of every class; the counts are still exact
import numpy as np


def spread_classes(labels, rng):
    """Return the places in an order in which every stretch has images of all classes."""
    mixed = rng.permutation(len(labels))
    position = np.zeros(len(labels))
    for kind in np.unique(labels):
        members = mixed[labels[mixed] == kind]
        position[members] = (np.arange(len(members)) + rng.random()) / len(members)
    return np.argsort(position, kind="stable")


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = spread_classes(labels, np.random.default_rng(7))
    test = order[:test_count]
    validation = order[test_count : test_count + validation_count]
    training = order[test_count + validation_count :]
    return [(images[part], labels[part]) for part in (training, validation, test)]
