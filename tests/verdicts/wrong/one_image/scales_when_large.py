# verdict: less
# breaks: "already scaled as the model wants it": an image with a pixel above 1 is divided by 255, though its model wants it so.
# keeps: all models that learnt from 0 to 1; both shapes; the image stays the same; the pair's form
# why: the student wants to be helpful when somebody forgot to scale
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    stack = image[np.newaxis]
    if stack.max() > 1:
        stack = stack / 255.0
    row = model.predict(stack, verbose=0)[0]
    best = int(row.argmax())
    return best, float(row[best])
