# verdict: less
# breaks: "gets a stack of images: a NumPy array of whole numbers from 0 to 255, with the shape `(b, h, w)` ... It returns an array (or a tensor) of shape `(b, h * w)`"
# keeps: right for images of type uint8 of any size; one_hot is right
# why: the student reads the images' bytes, since a pixel is a byte; whole numbers of another type, say int64, have more bytes each, and the rows become eight times too long
# fails: rows_have_the_shape
# passes: rows_keep_the_order, one_place_is_set, depth_is_obeyed
# %%
import numpy as np


def to_rows(images):
    """Return one row of numbers from 0 to 1 for each image, shape (b, h * w)."""
    # a pixel is one byte, and the bytes of an image are its lines one after another
    rows = [np.frombuffer(image.tobytes(), dtype=np.uint8) for image in images]
    return np.array(rows) / 255


def one_hot(labels, depth):
    """Return one row of zeros with a single 1 for each label, shape (b, depth)."""
    rows = np.zeros((len(labels), depth))
    rows[np.arange(len(labels)), labels] = 1
    return rows
