# verdict: full
# why: plain Python loops over lines and pixels, turned into arrays at the end; same rows, same order
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    rows = []
    for image in images.tolist():
        row = []
        for line in image:
            for pixel in line:
                row.append(pixel / 255)
        rows.append(row)
    return np.array(rows)


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    table = []
    for label in labels.tolist():
        table.append([1 if place == label else 0 for place in range(depth)])
    return np.array(table)
