# verdict: less
# breaks: "`image` is one image, a NumPy array without a batch's axis, already scaled as the model wants it"
# keeps: makes a stack of one, returns a whole number and its probability, leaves the image alone
# why: out of habit divides by 255 before predicting
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = np.expand_dims(image, 0) / 255.0
    probabilities = model.predict(batch, verbose=0)[0]
    best = int(np.argmax(probabilities))
    return best, float(probabilities[best])
