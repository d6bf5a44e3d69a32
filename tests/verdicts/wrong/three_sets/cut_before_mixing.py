# verdict: less
# breaks: "Mix before you cut, so that each set has images of most classes": each set is mixed only after the cut, so sorted data leave classes out
# keeps: the counts, each image in exactly one set, labels in place
# why: the shuffle is done by a helper for each finished set
import numpy as np


def mixed_pair(some_images, some_labels):
    order = np.random.permutation(len(some_labels))
    return some_images[order], some_labels[order]


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    first = len(images) - validation_count - test_count
    second = first + validation_count
    return (
        mixed_pair(images[:first], labels[:first]),
        mixed_pair(images[first:second], labels[first:second]),
        mixed_pair(images[second:], labels[second:]),
    )
