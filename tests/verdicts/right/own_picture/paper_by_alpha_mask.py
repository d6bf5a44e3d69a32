# verdict: full
# why: does not paste anything on white: takes the grey and the alpha as two arrays, turns transparent places into paper, and then scales with a box filter

# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    with Image.open(path) as stored:
        rgba = stored.convert("RGBA")  # palette, grey, black and white: all the same now
    grey = np.array(rgba.convert("L"))
    see_through = np.asarray(rgba.getchannel("A")) == 0
    grey[see_through] = 255
    small = Image.fromarray(grey).resize((28, 28), Image.Resampling.BOX)
    return 1.0 - np.asarray(small, dtype="float32").reshape(784) / 255.0


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    (outputs,) = model.predict(read_picture(path)[np.newaxis], verbose=0)
    return int(outputs.argmax())
