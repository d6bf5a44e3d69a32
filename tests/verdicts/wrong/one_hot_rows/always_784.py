# verdict: less
# breaks: "The images may be of any size": the row is always 784 long
# keeps: one_hot is right; to_rows is right for images of 28 by 28
# why: the student has only the clothes in mind and writes the 784 of the introduction
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    rows = images.reshape(-1, 784)
    return rows / 255.0


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    rows = np.zeros((len(labels), depth))
    rows[np.arange(len(labels)), labels] = 1
    return rows
