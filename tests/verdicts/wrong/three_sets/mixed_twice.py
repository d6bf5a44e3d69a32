# verdict: less
# breaks: "Each image is in **exactly one** of the three sets, as it is, and at the same place as its label."
# keeps: the sizes, the order of the sets, no image twice, mixed before it is cut
# why: mixed images and labels one after the other, each in an order of its own
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    rng = np.random.default_rng(42)
    images = rng.permutation(images)
    labels = rng.permutation(labels)

    first = len(images) - validation_count - test_count
    second = first + validation_count
    train = images[:first], labels[:first]
    validation = images[first:second], labels[first:second]
    test = images[second:], labels[second:]
    return train, validation, test
