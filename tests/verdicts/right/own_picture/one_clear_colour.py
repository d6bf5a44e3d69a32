# verdict: full
# why: each mode has a way of its own, and of a palette the only transparent colour is looked up by its number; the
#      prompt says that there is one.
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path)
    picture.load()
    grey = np.array(picture.convert("RGB").convert("L"))
    key = picture.info.get("transparency")
    if picture.mode in ("RGBA", "LA"):
        grey[np.array(picture)[:, :, -1] == 0] = 255
    elif picture.mode == "RGB" and key is not None:
        grey[(np.array(picture) == key).all(axis=2)] = 255
    elif picture.mode == "P" and isinstance(key, int):
        grey[np.array(picture) == key] = 255  # the number of the colour
    elif picture.mode in ("L", "1") and key is not None:
        grey[grey == key] = 255
    small = Image.fromarray(grey).resize((28, 28), Image.Resampling.BOX)
    return (255 - np.array(small, dtype=float)).reshape(784) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model.predict(read_picture(path).reshape(1, -1), verbose=0)
    return int(np.argmax(outputs[0]))
