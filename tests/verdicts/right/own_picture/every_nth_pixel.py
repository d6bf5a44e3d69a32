# verdict: full
# why: scales by picking the pixel in the middle of each of 28 x 28 cells (nearest neighbour), by NumPy's indexing; the filter is up to the student
# %%
import numpy as np
from PIL import Image


def ink_of(path):
    """Ink of a picture in its full size: 0 is paper, 1 is black."""
    rgba = Image.open(path).convert("RGBA")
    grey = np.array(rgba.convert("RGB").convert("L"), dtype=float)
    alpha = np.array(rgba)[:, :, 3]
    grey[alpha == 0] = 255
    return 1 - grey / 255


# %%
def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    ink = ink_of(path)
    middles = ((np.arange(28) + 0.5) * len(ink) / 28).astype(int)
    return ink[np.ix_(middles, middles)].reshape(784)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model(read_picture(path).reshape(1, 784).astype("float32"), training=False)
    return int(tf.argmax(outputs[0]))
