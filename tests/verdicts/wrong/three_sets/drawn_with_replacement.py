# verdict: less
# breaks: "Each image is in exactly one of the three sets": np.random.choice draws some images twice and leaves others out
# keeps: the counts, images at the same place as their labels, mixed classes
# why: replace=False forgotten
import numpy as np


def three_sets(images, labels, validation_count, test_count):
    """Return (images, labels) of a training, a validation and a test set."""
    order = np.random.choice(len(images), size=len(images))
    held = validation_count + test_count
    validation, test, training = order[:validation_count], order[validation_count:held], order[held:]
    return (
        (images[training], labels[training]),
        (images[validation], labels[validation]),
        (images[test], labels[test]),
    )
