# verdict: less
# breaks: "where a picture is **transparent**, by an alpha channel or by one colour of its palette, it is paper, whatever colour is stored there"
# keeps: grey, colours, palettes, black and white, RGBA and palettes with a transparent colour, scaling, the digit
# why: asks for the modes "P" and "RGBA" only; a grey picture with an alpha channel has the mode "LA", and convert("L") shows the colour stored there

# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    image = Image.open(path)
    if image.mode == "P":
        image = image.convert("RGBA")  # a palette may have a transparent colour
    if image.mode == "RGBA":
        paper = Image.new("RGBA", image.size, (255, 255, 255, 255))
        paper.alpha_composite(image)
        image = paper
    image = image.convert("L").resize((28, 28))
    pixels = np.asarray(image, dtype="float64")
    return (255 - pixels).ravel() / 255


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = model.predict(read_picture(path).reshape(1, 784), verbose=0)
    return int(np.argmax(outputs[0]))
