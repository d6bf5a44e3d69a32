# verdict: less
# breaks: "for each image the pixels of its first line, then those of the second, and so on": lines begin every h places in place of every w, which is right for square images only.
# keeps: shape, division by 255, square images, one_hot
# why: h and w mixed up in the place where a line begins
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    b, h, w = images.shape
    rows = np.zeros((b, h * w))
    for line in range(h):
        begin = line * h
        rows[:, begin : begin + w] = images[:, line] / 255
    return rows


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    rows = np.zeros((len(labels), depth))
    rows[np.arange(len(labels)), labels] = 1
    return rows
