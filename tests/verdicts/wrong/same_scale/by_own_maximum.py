# verdict: less
# breaks: "each pixel divided by 255 ... whichever the largest pixel is that occurs", and test images "in the same way"
# keeps: shapes, order, decimals, leaves the arguments alone; right where 255 occurs in both
# why: takes scaling to mean that the largest number becomes 1
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""

    def normalise(a):
        return a / np.max(a)

    return normalise(train_images), normalise(test_images)
