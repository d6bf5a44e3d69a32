# verdict: less
# breaks: the smallest and the largest pixel of **all** images together: looks at the first image only
# keeps: count, shape and classes (and the pixels of a stack with a single image)
# why: takes one image for the shape and goes on with it for the pixels
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    image = images[0]
    info = {"count": len(images), "classes": len(set(labels.tolist()))}
    info["shape"] = image.shape
    info["smallest"] = np.min(image)
    info["largest"] = np.max(image)
    return info
