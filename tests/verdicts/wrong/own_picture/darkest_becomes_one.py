# verdict: less
# breaks: "as numbers between 0 and 1, with **paper 0 and black ink 1**": it divides by the darkest pixel that occurs, so grey or blue ink becomes 1 as well, and an empty sheet nan.
# keeps: black ink, shape, transparency of every kind, scaling, read_digit's form
# why: scales by the largest number in place of 255
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    sheet = Image.new("RGBA", picture.size, "white")
    sheet.alpha_composite(picture)
    ink = 255.0 - np.asarray(sheet.convert("L").resize((28, 28)), dtype="float64")
    ink = ink / ink.max()
    return ink.reshape(784)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model.predict(read_picture(path).reshape(1, 784), verbose=0)
    return int(np.argmax(outputs))
