# verdict: full
# why: plain Python with a loop over the images and a set of labels; every entry comes out as asked, as Python numbers
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    result = {}
    n = 0
    low = None
    high = None
    for picture in images:
        n += 1
        a = int(picture.min())
        b = int(picture.max())
        if low is None or a < low:
            low = a
        if high is None or b > high:
            high = b
    result["count"] = n
    result["shape"] = (len(images[0]), len(images[0][0]))
    seen = set()
    for label in labels:
        seen.add(int(label))
    result["classes"] = len(seen)
    result["smallest"] = low
    result["largest"] = high
    return result
