# verdict: less
# breaks: "The arrays that you are given are also needed by others: leave them as they were."
# keeps: the numbers that are returned are right for all kinds of arrays; whole numbers and float64 stay as they were.
# why: astype(..., copy=False) makes a copy only if the type changes. Arrays that are float32 already are the very
#      arguments, and /= then writes into them.
# fails: arguments_stay
# passes: training_images_are_scaled, test_images_alike
# %%
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    # float32 is what networks calculate with; saves half of the memory
    train_scaled = train_images.astype("float32", copy=False)
    test_scaled = test_images.astype("float32", copy=False)
    if test_scaled is train_scaled:
        test_scaled = train_scaled.copy()
    train_scaled /= 255
    test_scaled /= 255
    return train_scaled, test_scaled
