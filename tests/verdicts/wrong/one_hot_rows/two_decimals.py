# verdict: less
# breaks: "for each image the pixels of its first line, then those of the second, and so on, **all divided by 255**"
# keeps: one_hot; shape and order of to_rows
# why: rounds to two decimals so that rows print nicely; a pixel of 1 becomes 0.0, 100 / 255 = 0.392 becomes 0.39
import numpy as np


def to_rows(images):
    count, height, width = images.shape
    rows = images.astype("float64").reshape(count, height * width)
    return np.round(rows / 255, 2)


def one_hot(labels, depth):
    rows = np.zeros((len(labels), depth))
    for row, label in zip(rows, labels):
        row[label] = 1
    return rows
