# verdict: less
# breaks: "Each image is in exactly one of the three sets": the training set begins behind the validation set and so holds the test images as well
# keeps: validation and test set, labels in place, mixed classes
# why: the third slice starts at validation_count instead of validation_count + test_count
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = np.argsort(np.random.rand(len(images)))
    images, labels = images[order], labels[order]
    end = validation_count + test_count
    validation = images[:validation_count], labels[:validation_count]
    test = images[validation_count:end], labels[validation_count:end]
    training = images[validation_count:], labels[validation_count:]
    return training, validation, test
