# verdict: less
# breaks: "whichever the largest pixel is that occurs": very dark images (no pixel above 1) are not divided
# keeps: all images with a pixel above 1; shapes, order, leaves the arguments alone
# why: guards against scaling twice by guessing from the largest pixel
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    new_train = train_images.astype(float)
    new_test = test_images.astype(float)
    if new_train.max() > 1:
        new_train = new_train / 255
    if new_test.max() > 1:
        new_test = new_test / 255
    return new_train, new_test
