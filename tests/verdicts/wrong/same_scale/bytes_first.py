# verdict: less
# breaks: "each pixel divided by 255, as a number with its decimals": pixels "may hold ... numbers with decimals", which astype("uint8") cuts off
# keeps: arrays of whole numbers; shapes, order, and the arguments
# why: the student takes pixels for bytes, and makes them bytes to be sure
# fails: training_images_are_scaled, test_images_alike
# passes: arguments_stay
# %%
import numpy as np


def scale(train_images, test_images):
    """Return both arrays with each pixel divided by 255; leave the arguments as they are."""
    train_bytes = train_images.astype("uint8")
    test_bytes = test_images.astype("uint8")
    return train_bytes / 255, test_bytes / 255
