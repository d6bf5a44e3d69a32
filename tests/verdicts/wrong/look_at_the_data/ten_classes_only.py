# verdict: less
# breaks: "`\"classes\"`: how many **different** labels occur"
# keeps: everything as long as no label is above 9; classes that do not occur are not counted
# why: Fashion-MNIST has ten classes, so I ask for each of the ten whether it is there
# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    found = 0
    for number in range(10):
        if number in labels:
            found += 1
    return {
        "count": len(images),
        "shape": tuple(images[0].shape),
        "classes": found,
        "smallest": int(np.min(images)),
        "largest": int(np.max(images)),
    }
