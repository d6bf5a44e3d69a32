# verdict: less
# breaks: "shape": the height and the width of **one** image; gives count and height
# keeps: count, classes, smallest and largest
# why: slices the first two numbers of the shape, as one would for a single picture
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    size = images.shape[:2]
    return {
        "count": labels.size,
        "shape": size,
        "classes": np.unique(labels).size,
        "smallest": images.min(),
        "largest": images.max(),
    }
