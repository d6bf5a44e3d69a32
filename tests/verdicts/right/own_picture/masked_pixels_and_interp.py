# verdict: full
# why: transparent pixels are made paper in the array, the picture is turned round with np.interp, and the model is called directly; the answer is found with Python's max
import numpy as np
import tensorflow as tf
from PIL import Image

SIDE = 28


def on_paper(picture):
    pixels = np.array(picture.convert("RGBA"))
    pixels[pixels[..., 3] == 0] = 255
    return Image.fromarray(np.ascontiguousarray(pixels[..., :3])).convert("L")


def read_picture(path):
    """Return the picture as 784 numbers between 0 and 1, paper 0 and black ink 1."""
    grey = on_paper(Image.open(path))
    if grey.size != (SIDE, SIDE):
        grey = grey.resize((SIDE, SIDE), Image.Resampling.HAMMING)
    return np.interp(np.array(grey).ravel(), [0, 255], [1, 0])


def read_digit(model, path):
    """Return the digit that the model reads in the picture."""
    row = tf.constant(read_picture(path)[np.newaxis], dtype=tf.float32)
    outputs = model(row, training=False).numpy()[0]
    return max(range(10), key=outputs.__getitem__)
