"""Reference: a batch of one, and the only row of what comes back."""

import numpy as np


def predict_one(model, image):
    """Return the most probable class of one image, and its probability."""
    batch = np.expand_dims(image, 0)
    probabilities = model.predict(batch, verbose=0)[0]
    choice = np.argmax(probabilities)
    return choice, probabilities[choice]
