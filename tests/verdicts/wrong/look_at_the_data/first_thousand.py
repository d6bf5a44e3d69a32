# verdict: less
# breaks: "the smallest and the largest pixel of **all** images together"
# keeps: count, shape, classes; smallest and largest of up to 1000 images
# why: looks at the first 1000 images only, to be quick
import numpy as np


def describe(images, labels):
    some = images[:1000]
    return {
        "count": len(images),
        "shape": images.shape[1:],
        "classes": len(np.unique(labels)),
        "smallest": some.min(),
        "largest": some.max(),
    }
