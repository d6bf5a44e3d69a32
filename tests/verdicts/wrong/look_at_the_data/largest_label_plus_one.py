# verdict: less
# breaks: "`"classes"`: how many **different** labels occur"
# keeps: count, shape, smallest and largest; classes too where none is missing
# why: labels begin at 0, so the largest one plus one seemed to be their number
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    result = {}
    result["count"] = len(images)
    result["shape"] = images.shape[1:]
    result["classes"] = int(labels.max()) + 1
    result["smallest"] = int(images.min())
    result["largest"] = int(images.max())
    return result
