# verdict: full
# why: goes through the pixels with Pillow's load() and loops, then scales the ink; list of 784 numbers made into an array
# %%
import numpy as np
from PIL import Image


def picture_of_ink(path):
    colours = Image.open(path).convert("RGBA")
    grey = colours.convert("L")
    ink = Image.new("L", colours.size, 0)
    seen, shade, drawn = colours.load(), grey.load(), ink.load()
    for x in range(colours.width):
        for y in range(colours.height):
            if seen[x, y][3] != 0:
                drawn[x, y] = 255 - shade[x, y]
    return ink


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    ink = picture_of_ink(path).resize((28, 28), resample=Image.BILINEAR)
    numbers = []
    for y in range(28):
        for x in range(28):
            numbers.append(ink.getpixel((x, y)) / 255)
    return np.array(numbers)


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    outputs = np.asarray(model(read_picture(path)[None, :]))
    return int(outputs.argmax(axis=-1)[0])
