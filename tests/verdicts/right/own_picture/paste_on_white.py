# verdict: full
# why: pastes the picture on white paper with its own transparency as the mask, then Lanczos; answer by predict and argmax().item()
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    paper = Image.new("RGB", picture.size, (255, 255, 255))
    paper.paste(picture, mask=picture.getchannel("A"))
    small = paper.convert("L").resize((28, 28), Image.Resampling.LANCZOS)
    return (255.0 - np.asarray(small, dtype="float32")).ravel() / 255.0


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    return model.predict(read_picture(path)[np.newaxis], verbose=0).argmax().item()
