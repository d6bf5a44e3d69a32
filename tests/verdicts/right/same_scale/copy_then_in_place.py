# verdict: full
# why: divides in place, but on float32 copies that astype makes; the arguments stay, and float32 has decimals
import numpy as np


def to_unit(images):
    result = images.astype("float32")  # astype always makes a copy
    result /= 255
    return result


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    both = [to_unit(stack) for stack in (train_images, test_images)]
    return both
