# verdict: full
# why: white paper is put behind the picture by alpha_composite, the box filter scales down ("by which filter is up to you"), result is float32
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    with Image.open(path) as stored:
        ink = stored.convert("RGBA")
    paper = Image.new("RGBA", ink.size, "white")
    grey = Image.alpha_composite(paper, ink).convert("L")
    small = grey.resize((28, 28), resample=Image.Resampling.BOX)
    return np.float32(1) - np.asarray(small, dtype=np.float32).reshape(784) / np.float32(255)


# %%
def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    return int(np.argmax(model.predict(read_picture(path).reshape(1, -1), verbose=0)))
