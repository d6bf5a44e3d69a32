# verdict: less
# breaks: "`"classes"`: how many **different** labels occur"
# keeps: right as long as all labels lie from 0 to 9, also if some of them do not occur. A label of 10 or more is not
#        counted.
# why: the data set has ten classes, so the student asks for each of the ten whether it occurs; the prompt says only
#      "a whole number for each image".
# fails: counts_the_classes
# passes: counts_the_images, gives_the_shape_of_one, finds_the_range
# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    # Not labels.max() + 1: some classes may be missing.
    occurs = [np.any(labels == number) for number in range(10)]
    count, height, width = images.shape
    return {
        "count": count,
        "shape": (height, width),
        "classes": int(sum(occurs)),
        "smallest": np.min(images),
        "largest": np.max(images),
    }
