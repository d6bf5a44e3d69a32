# verdict: full
# why: the scaling is not Pillow's: the student averages areas by two matrix products, with a matrix that says how much
#      of each old line is in each new one ("by which filter is up to you"). Paper goes behind the picture before.
# %%
import numpy as np
from PIL import Image


def overlap(old, new):
    """Return a matrix (new, old): the share of each old line in each new line; rows sum to 1."""
    edges = np.arange(new + 1) * old / new
    lower = np.maximum(edges[:-1, None], np.arange(old)[None, :])
    upper = np.minimum(edges[1:, None], np.arange(1, old + 1)[None, :])
    return np.clip(upper - lower, 0, None) * new / old


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    with Image.open(path) as file:
        rgba = np.array(file.convert("RGBA"))
    rgba[rgba[..., 3] == 0] = 255  # transparent is white paper
    grey = np.asarray(Image.fromarray(rgba[..., :3].copy()).convert("L"), dtype=float)
    ink = 1 - grey / 255
    small = overlap(grey.shape[0], 28) @ ink @ overlap(grey.shape[1], 28).T
    return np.clip(small, 0, 1).reshape(-1)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    rows = read_picture(path)[np.newaxis, :].astype("float32")
    return int(np.argmax(model.predict(rows, verbose=0), axis=1)[0])
