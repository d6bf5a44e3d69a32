# verdict: less
# breaks: "`"smallest"` and `"largest"`: the smallest and the largest pixel of **all** images together."
# keeps: everything for pixels from 0 to 255; count, shape and classes always. Images of more bits (all pixels above
#        255) get 255 as their smallest pixel, though no pixel is 255.
# why: the student begins the search at 255 and 0, since pixels "always" lie between them; the prompt only says whole
#      numbers, and "with other pixels".
# fails: finds_the_range
# passes: counts_the_images, gives_the_shape_of_one, counts_the_classes
# %%
import numpy as np


def describe(images, labels):
    """Return a dictionary: "count", "shape", "classes", "smallest" and "largest"."""
    smallest = 255
    largest = 0
    for image in images:
        if image.min() < smallest:
            smallest = int(image.min())
        if image.max() > largest:
            largest = int(image.max())
    return {
        "count": len(images),
        "shape": (images.shape[1], images.shape[2]),
        "classes": len(np.unique(labels)),
        "smallest": smallest,
        "largest": largest,
    }
