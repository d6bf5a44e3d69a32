# verdict: less
# breaks: "how many different labels occur": the label 0 is one
# keeps: labels from 1 on; count, shape and pixels
# why: the student asks which counts are there, and loses class 0 with count_nonzero of the labels themselves
# fails: counts_the_classes
# passes: counts_the_images, gives_the_shape_of_one, finds_the_range
# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    return {
        "count": images.shape[0],
        "shape": images.shape[1:],
        "classes": np.count_nonzero(np.unique(labels)),
        "smallest": images.min(),
        "largest": images.max(),
    }
