# verdict: less
# breaks: "leave them as they were": /= changes arrays with decimals, and fails on arrays of whole numbers
# keeps: the numbers and shapes that come out for arrays with decimals
# why: thinks that /= inside a function only changes the local name
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    train_images /= 255.0
    test_images /= 255.0
    return train_images, test_images
