# verdict: full
# why: pure Python, one pixel after the other through a generator and np.fromiter; slow but each pixel is divided by
#      255 as a float, shapes are kept, nothing is written into the arguments.
# %%
import numpy as np


def pixels_as_shares(images):
    for pixel in images.ravel().tolist():  # Python numbers, so whole numbers cannot overflow
        yield pixel / 255


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    both = [
        np.fromiter(pixels_as_shares(images), dtype=np.float64, count=images.size)
        for images in (train_images, test_images)
    ]
    return both[0].reshape(train_images.shape), both[1].reshape(test_images.shape)
