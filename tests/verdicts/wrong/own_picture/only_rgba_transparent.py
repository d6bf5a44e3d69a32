# verdict: less
# breaks: "where a picture of any of these kinds is **transparent**, it is paper, whatever colour is stored there": only the mode RGBA is looked at; a palette's transparent colour and grey with transparency show what is hidden there.
# keeps: all pictures without transparency, RGBA, scaling, read_digit
# why: the student knows transparency from RGBA only
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path)
    if picture.mode == "RGBA":
        paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(paper, picture)
    grey = picture.convert("L").resize((28, 28))
    return 1 - np.asarray(grey).reshape(784) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    return int(model.predict(read_picture(path)[None], verbose=0)[0].argmax())
