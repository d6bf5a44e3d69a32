# verdict: less
# breaks: "The model takes rows of 784 such numbers": shows it a single array of the shape (784,), so predict crashes
# keeps: read_picture
# why: forgot that one picture is still a batch of one
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    rgba = np.asarray(Image.open(path).convert("RGBA")).copy()
    rgba[rgba[:, :, 3] == 0] = (255, 255, 255, 255)
    grey = Image.fromarray(rgba).convert("L").resize((28, 28))
    return (1 - np.asarray(grey) / 255).ravel()


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model.predict(read_picture(path), verbose=0)
    return int(np.argmax(outputs))
