# verdict: less
# breaks: "It returns a row of `depth` numbers for each label: **1 at the label's place and 0 everywhere else**."
# keeps: to_rows; one_hot for labels of int64, and for a few labels of uint8
# why: gave the beginnings of the rows the labels' own type; Fashion-MNIST's labels are uint8, so with a depth of 10 the places go round at 256, from the 26th row on
import numpy as np


def to_rows(images):
    return images.reshape(images.shape[0], -1) / 255


def one_hot(labels, depth):
    count = len(labels)
    flat = np.zeros(count * depth)
    # where each row begins, of the same type as the labels so that they can be added
    starts = np.arange(count).astype(labels.dtype) * depth
    flat[starts + labels] = 1
    return flat.reshape(count, depth)
