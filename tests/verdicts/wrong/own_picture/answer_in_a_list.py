# verdict: less
# breaks: "as a single whole number from 0 to 9: `2`, not `[2]`": returns an array with one number
# keeps: read_picture; the digit itself
# why: argmax(axis=1) as for the test images
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    paper = Image.new("L", picture.size, 255)
    paper.paste(picture.convert("L"), (0, 0), picture.split()[3])
    paper = paper.resize((28, 28), Image.Resampling.BICUBIC)
    return 1.0 - np.asarray(paper, dtype="float32").reshape(-1) / 255.0


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    rows = read_picture(path).reshape(1, 784)
    return model.predict(rows, verbose=0).argmax(axis=1)
