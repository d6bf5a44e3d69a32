# verdict: less
# breaks: "The arrays that you are given are also needed by others: leave them as they were": np.asarray copies whole numbers, but hands on an array of float64 itself, which is then divided in place.
# keeps: the returned numbers; the arguments, too, where they hold whole numbers or float32
# why: the student takes np.asarray(..., dtype) for a copy
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    train = np.asarray(train_images, dtype=np.float64)
    test = np.asarray(test_images, dtype=np.float64)
    train /= 255
    test /= 255
    return train, test
