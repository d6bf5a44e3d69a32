# verdict: full
# why: slow loops over every pixel, and one-hot rows as lists of lists; the prompt allows lists for rows and any type of number
import numpy as np


def to_rows(images):
    rows = []
    for image in images:
        row = []
        for line in image:
            for pixel in line:
                row.append(int(pixel) / 255)
        rows.append(row)
    return np.array(rows)


def one_hot(labels, depth):
    return [[1 if place == label else 0 for place in range(depth)] for label in labels.tolist()]
