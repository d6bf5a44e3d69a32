# verdict: less
# breaks: "`\"classes\"`: how many **different** labels occur": labels other than 0 to 9 are not counted.
# keeps: count, shape, smallest, largest; classes where all labels are from 0 to 9
# why: ten classes are looked for, because Fashion-MNIST has ten
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    classes = 0
    for label in range(10):
        if np.any(labels == label):
            classes += 1
    count, height, width = images.shape
    return {
        "count": count,
        "shape": (height, width),
        "classes": classes,
        "smallest": int(np.min(images)),
        "largest": int(np.max(images)),
    }
