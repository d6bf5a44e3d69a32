# verdict: less
# breaks: "`"count"`: how many images there are" and "`"shape"`: the height and the width of **one** image", for a
#         stack "with the shape `(count, height, width)`" whose images are one pixel wide or high.
# keeps: right for every stack whose height and width are above 1, a single image too; classes and pixels always.
# why: "a stack with a single image" was taken care of by squeeze, which takes away every axis of length 1, not only
#      the first: five images of 28 x 1 become "one image of 5 x 28".
# fails: counts_the_images, gives_the_shape_of_one
# passes: counts_the_classes, finds_the_range
# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    pictures = np.squeeze(images)
    if pictures.ndim == 2:  # there is only a single image
        count = 1
        shape = pictures.shape
    else:
        count = pictures.shape[0]
        shape = pictures.shape[1:]
    return {
        "count": count,
        "shape": tuple(shape),
        "classes": len(set(labels)),
        "smallest": int(pictures.min()),
        "largest": int(pictures.max()),
    }
