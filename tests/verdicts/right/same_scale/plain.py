# verdict: full
# why: the plainest solution: true division makes new arrays
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    return train_images / 255.0, test_images / 255.0
