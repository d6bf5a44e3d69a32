# verdict: less
# breaks: "where a picture is transparent, it is paper, whatever colour is stored there": only for the mode RGBA, not for palettes or greys with transparency
# keeps: everything else: grey, colours, palette and black and white without transparency, RGBA, scaling, range, read_digit
# why: asked Pillow for the mode and thought of the one file at hand
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    img = Image.open(path)
    if img.mode == "RGBA":
        white = Image.new("RGBA", img.size, (255, 255, 255, 255))
        img = Image.alpha_composite(white, img)
    img = img.convert("L").resize((28, 28))
    return 1 - np.asarray(img).reshape(784) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    return int(np.argmax(model.predict(read_picture(path).reshape(1, -1), verbose=0)))
