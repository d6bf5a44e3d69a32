# verdict: less
# breaks: "where a picture is **transparent**, by an alpha channel or by one colour of its palette, it is paper, whatever colour is stored there" (a grey picture with an alpha channel, mode LA, loses its alpha)
# keeps: grey, coloured, palette and black-and-white pictures, transparent RGBA and palettes, scaling, numbers from 0 to 1, read_digit
# why: thought that only RGBA and palettes can be transparent, and let all others go to convert("L")
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path)
    if picture.mode == "P":
        picture = picture.convert("RGBA")
    if picture.mode == "RGBA":
        # white paper behind whatever is transparent
        paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        picture = Image.alpha_composite(paper, picture)
    grey = picture.convert("L").resize((28, 28))
    return 1 - np.asarray(grey, dtype="float32").reshape(784) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    row = read_picture(path)[np.newaxis]
    return int(np.argmax(model.predict(row, verbose=0)[0]))
