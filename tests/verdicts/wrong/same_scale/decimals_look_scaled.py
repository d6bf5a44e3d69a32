# verdict: less
# breaks: "numbers with decimals that are not scaled yet", and "whichever the largest pixel is": dark ones with decimals are returned as they are
# keeps: whole numbers, however dark; all arrays with a pixel above 1
# why: the student takes numbers with decimals up to 1 for scaled ones
# fails: test_images_alike
# passes: training_images_are_scaled, arguments_stay
# %%
import numpy as np


def is_scaled(images):
    return np.issubdtype(images.dtype, np.floating) and images.max() <= 1


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    train, test = (
        images.copy() if is_scaled(images) else images / 255
        for images in (train_images, test_images)
    )
    return train, test
