# verdict: full
# why: Image.alpha_composite over white, ImageOps.invert, BOX filter; the digit is a NumPy whole number, which is a single whole number
# %%
import numpy as np
from PIL import Image, ImageOps


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    on_paper = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture)
    negative = ImageOps.invert(on_paper.convert("L"))
    return np.array(negative.resize((28, 28), Image.BOX)).flatten() / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    row = read_picture(path)
    return np.argmax(model.predict_on_batch(np.array([row]))[0])
