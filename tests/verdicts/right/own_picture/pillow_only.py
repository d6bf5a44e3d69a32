# verdict: full
# why: all steps are Pillow's (paste on paper by a mask, ImageOps.invert, resize, tobytes); no NumPy until the end. The
#      model is called, not asked by predict, and the digit is found with max and a key.
# %%
import numpy as np
from PIL import Image, ImageOps


def on_paper(picture):
    """Return the picture in grey, with white paper behind what is transparent."""
    rgba = picture.convert("RGBA")
    paper = Image.new("RGB", rgba.size, "white")
    paper.paste(rgba.convert("RGB"), (0, 0), rgba.getchannel("A"))
    return paper.convert("L")


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    steps = (
        Image.open,
        on_paper,
        ImageOps.invert,
        lambda grey: grey.resize((28, 28), Image.Resampling.BILINEAR),
        lambda grey: [value / 255 for value in grey.tobytes()],
    )
    result = path
    for step in steps:
        result = step(result)
    return np.array(result)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = np.array(model(np.array([read_picture(path)], dtype="float32"), training=False))
    outputs = outputs[0].tolist()
    return max(range(10), key=outputs.__getitem__)
