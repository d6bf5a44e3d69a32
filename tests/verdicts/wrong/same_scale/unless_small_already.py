# verdict: less
# breaks: "**each pixel divided by 255**, as a number with its decimals, whichever the largest pixel is that occurs"
# keeps: all arrays with a pixel above 1
# why: leaves arrays alone that look scaled already; dark images with pixels 0 and 1 only are returned as they are
import numpy as np


def scale_unless_scaled(images):
    if np.max(images) > 1:
        return images / 255.0
    return images.astype("float64")


def scale(train_images, test_images):
    return scale_unless_scaled(train_images), scale_unless_scaled(test_images)
