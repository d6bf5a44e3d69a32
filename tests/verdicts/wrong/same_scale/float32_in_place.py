# verdict: less
# breaks: "The arrays that you are given are also needed by others: leave them as they were"
# keeps: what it returns; whole numbers and float64 arrays stay as they were
# why: np.asarray makes no copy of an array that is float32 already, so /= changes the caller's pixels
import numpy as np


def to_shares(pixels):
    shares = np.asarray(pixels, dtype="float32")
    shares /= 255
    return shares


def scale(train_images, test_images):
    return to_shares(train_images), to_shares(test_images)
