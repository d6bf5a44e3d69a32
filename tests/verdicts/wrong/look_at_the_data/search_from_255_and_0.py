# verdict: less
# breaks: "`\"smallest\"` and `\"largest\"`: the smallest and the largest pixel of **all** images together"
# keeps: count, shape, classes; the pixels too, as long as they lie between 0 and 255
# why: began the search with the ends of a byte; "an array of whole numbers" may hold 16-bit pixels, all above 255, and then the smallest stays 255

# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    smallest, largest = 255, 0
    for image in images:
        smallest = min(smallest, int(image.min()))
        largest = max(largest, int(image.max()))
    return {
        "count": len(images),
        "shape": (images.shape[1], images.shape[2]),
        "classes": len(np.unique(labels)),
        "smallest": smallest,
        "largest": largest,
    }
