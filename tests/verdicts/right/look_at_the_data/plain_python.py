# verdict: full
# why: plain lists and sets, the ends of the sorted list of all pixels that occur, star unpacking of the shape; slow but right
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    count, *size = images.shape
    pixels = sorted(set(images.ravel().tolist()))
    return dict(
        count=count,
        shape=tuple(size),
        classes=len(set(labels.tolist())),
        smallest=pixels[0],
        largest=pixels[-1],
    )
