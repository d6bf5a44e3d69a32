# verdict: less
# breaks: "**each pixel divided by 255**, as a number with its decimals, whichever the largest pixel is that occurs."
# keeps: all images with a pixel above 1; shapes, order, and the arguments stay as they were (a copy is returned).
# why: the student wants to be safe when the cell is run twice: images whose largest pixel is at most 1 are taken for
#      scaled already. But very dark images, with pixels 0 and 1 only, are returned 255 times too bright.
# fails: test_images_alike
# passes: training_images_are_scaled, arguments_stay
# %%
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""

    def one(images):
        numbers = images.astype("float64")  # makes a copy
        if numbers.size and numbers.max() > 1.0:
            numbers = numbers / 255.0
        return numbers

    return one(train_images), one(test_images)
