# verdict: less
# breaks: "with paper 0 and black ink 1", "A colour becomes the grey that Pillow's convert("L") makes of it": every picture is stretched so that its darkest place is 1, so grey and coloured ink come out too dark
# keeps: black ink on white, transparency, shape, scaling, read_digit
# why: normalised by the picture's own minimum and maximum
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    background = Image.new("RGBA", picture.size, "white")
    picture = Image.alpha_composite(background, picture).convert("L").resize((28, 28))
    ink = 255.0 - np.asarray(picture, dtype=np.float32)
    ink = (ink - ink.min()) / (ink.max() - ink.min())
    return ink.flatten()


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model.predict(read_picture(path)[np.newaxis, :], verbose=0)
    return int(np.argmax(outputs[0]))
