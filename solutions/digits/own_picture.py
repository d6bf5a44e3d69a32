"""Reference: white paper behind the picture, then grey, then 28 x 28, then turned round."""

import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    grey = Image.alpha_composite(paper, picture).convert("L").resize((28, 28))
    return 1 - np.asarray(grey, np.float32).reshape(784) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    rows = read_picture(path)[np.newaxis]
    return int(np.argmax(model.predict(rows, verbose=0)[0]))
