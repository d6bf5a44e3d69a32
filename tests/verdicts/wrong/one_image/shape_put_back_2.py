# verdict: less
# breaks: "The image has to be the same afterwards, its shape too."
# keeps: class and probability are right for both kinds of image, and an image of 28 x 28 has its shape again
# why: I give the array a batch axis and put its shape back afterwards; an image is 28 x 28 (the channel is forgotten)
# %%
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    image.shape = (1,) + image.shape
    row = model.predict(image, verbose=0)[0]
    image.shape = (28, 28)  # as it was
    best = int(np.argmax(row))
    return best, float(row[best])
