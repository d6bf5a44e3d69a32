# verdict: full
# why: pastes the picture with its own alpha as a mask on white paper, and reads the bytes of the grey picture; works for every kind by way of RGBA
import numpy as np
from PIL import Image

SIDE = 28


def on_white_paper(path):
    with Image.open(path) as opened:
        ink = opened.convert("RGBA")
    paper = Image.new("RGB", ink.size, "white")
    paper.paste(ink, mask=ink.getchannel("A"))
    return paper.convert("L")


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    grey = on_white_paper(path)
    if grey.size != (SIDE, SIDE):
        grey = grey.resize((SIDE, SIDE), Image.Resampling.BOX)
    return (255 - np.frombuffer(grey.tobytes(), dtype=np.uint8)) / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    [outputs] = model.predict(read_picture(path).reshape(1, -1), verbose=0)
    return max(range(10), key=outputs.__getitem__)
