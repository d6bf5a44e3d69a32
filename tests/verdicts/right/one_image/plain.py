# verdict: full
# why: the plainest solution: a stack of one with np.expand_dims, predict, the only row
import numpy as np
import tensorflow as tf


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = np.expand_dims(image, 0)
    probabilities = model.predict(batch, verbose=0)[0]
    best = np.argmax(probabilities)
    return int(best), float(probabilities[best])
