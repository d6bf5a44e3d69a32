# verdict: full
# why: counts the classes as the steps in the sorted labels, with a helper for the range of the pixels; same numbers
import numpy as np


def number_of_classes(labels):
    ordered = np.sort(labels)
    steps = ordered[1:] != ordered[:-1]
    return 1 + int(np.count_nonzero(steps))


def pixel_range(images):
    flat = np.ravel(images)
    return int(np.amin(flat)), int(np.amax(flat))


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    smallest, largest = pixel_range(images)
    keys = ["count", "shape", "classes", "smallest", "largest"]
    values = [
        images.shape[0],
        tuple(np.shape(images[0])),
        number_of_classes(labels),
        smallest,
        largest,
    ]
    return dict(zip(keys, values))
