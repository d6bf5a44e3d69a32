# verdict: less
# breaks: "Each image is in **exactly one** of the three sets, as it is, and at the same place as its label."
# keeps: counts, mixing, each image once
# why: shuffles images and labels, each by its own call, so they no longer belong together
# %%
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    images = np.random.permutation(images)
    labels = np.random.permutation(labels)
    n = len(images) - validation_count - test_count
    m = n + validation_count
    train = images[:n], labels[:n]
    validation = images[n:m], labels[n:m]
    test = images[m:], labels[m:]
    return train, validation, test
