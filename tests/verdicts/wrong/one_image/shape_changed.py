# verdict: less
# breaks: "The image has to be the same afterwards, its shape too": sets the shape of the caller's array
# keeps: the class and its probability
# why: sets .shape instead of making a new view, so the caller's array has a batch axis afterwards
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    image.shape = (1,) + image.shape
    row = model.predict(image, verbose=0)[0]
    k = int(row.argmax())
    return k, float(row[k])
