# verdict: less
# fails: larger_pictures_are_scaled
# passes: makes_a_row_of_784, ink_is_large, scaled_as_the_training_images, colours_become_grey, transparent_is_paper, answers_with_a_digit
# breaks: "a larger picture is scaled down to 28 x 28"
# keeps: pictures of 28, 56, 280 ... pixels, whose size is a multiple of 28 (a filter of single pixels is allowed);
#        grey, colours, palettes, transparency, read_digit. Of a picture of 100 x 100, every third pixel gives 34 lines,
#        of which the last six are cut off, on the right and at the bottom; one of 55 x 55 is not scaled at all.
# why: the student takes every n-th pixel, n = size // 28, and cuts off what is too much.
# %%
import numpy as np
from PIL import Image


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    picture = Image.open(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
    grey = Image.alpha_composite(paper, picture).convert("L")
    pixels = 1.0 - np.asarray(grey) / 255.0
    step = grey.width // 28
    pixels = pixels[::step, ::step][:28, :28]
    return pixels.flatten()


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    answer = model.predict(read_picture(path).reshape(1, 784), verbose=0)
    return int(answer.argmax())
