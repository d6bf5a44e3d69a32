# verdict: less
# breaks: "`\"smallest\"` and `\"largest\"`: the smallest and the largest pixel of **all** images together": the search begins at 255 and 0, so pixels that are all above 255 have the smallest 255, and all below 0 the largest 0.
# keeps: count, shape, classes, and both pixels for images with pixels from 0 to 255
# why: the student takes for granted that a pixel is a byte
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    smallest, largest = 255, 0
    for image in images:
        smallest = min(smallest, int(image.min()))
        largest = max(largest, int(image.max()))
    return {
        "count": len(images),
        "shape": images[0].shape,
        "classes": len(set(labels.tolist())),
        "smallest": smallest,
        "largest": largest,
    }
