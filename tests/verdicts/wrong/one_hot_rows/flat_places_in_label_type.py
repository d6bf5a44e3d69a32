# verdict: less
# breaks: "It returns a row of `depth` numbers for each label: **1 at the label's place and 0 everywhere else**"
# keeps: to_rows is right; one_hot is right for short stacks and for labels of wide types
# why: the place in a flat array is computed in the labels' own type; as uint8 it wraps around beyond 255 (26 labels or more of a depth of 10, as train_labels[:100])
import numpy as np


def to_rows(images):
    return images.reshape(len(images), images.shape[1] * images.shape[2]) / 255


def one_hot(labels, depth):
    flat = np.zeros(len(labels) * depth)
    starts = np.arange(0, len(labels) * depth, depth).astype(labels.dtype)
    flat[starts + labels] = 1
    return flat.reshape(len(labels), depth)
