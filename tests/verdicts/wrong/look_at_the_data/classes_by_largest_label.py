# verdict: less
# breaks: "`\"classes\"`: how many **different** labels occur"
# keeps: count, shape, smallest and largest
# why: labels go from 0 to 9, so the largest plus one is the number of classes; forgot classes that do not occur

# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    result = {}
    result["count"] = images.shape[0]
    result["shape"] = images.shape[1:]
    result["classes"] = int(np.max(labels)) + 1
    result["smallest"] = int(np.min(images))
    result["largest"] = int(np.max(images))
    return result
