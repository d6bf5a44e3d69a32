# verdict: less
# breaks: "classes": how many **different** labels occur; with classes that do not occur it is too many
# keeps: count, shape, smallest and largest
# why: labels go from 0, so the student takes the largest one plus 1
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    return {
        "count": images.shape[0],
        "shape": (images.shape[1], images.shape[2]),
        "classes": int(labels.max()) + 1,
        "smallest": int(images.min()),
        "largest": int(images.max()),
    }
