# verdict: less
# breaks: "where a picture is **transparent**, by an alpha channel or by one colour of its palette, it is paper"
# keeps: inversion, scaling to 0 to 1, size, all pictures that are not transparent, the digit
# why: convert("L") was in the tutorial; never tried a picture with a transparent background

# %%
import numpy as np
from PIL import Image, ImageOps


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    img = Image.open(path).convert("L")
    img = img.resize((28, 28))
    img = ImageOps.invert(img)
    return np.array(img).flatten() / 255.0


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    row = read_picture(path)
    prediction = model.predict(np.array([row]), verbose=0)
    return int(np.argmax(prediction))
