# verdict: full
# why: the plainest solution: len, shape, np.unique, min and max
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    return {
        "count": len(images),
        "shape": images.shape[1:],
        "classes": len(np.unique(labels)),
        "smallest": images.min(),
        "largest": images.max(),
    }
