# verdict: full
# why: predict_on_batch with a new axis, and a plain Python loop for the largest; both fit the demand
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first = images[0][np.newaxis, :, :]
    return np.array(model.predict_on_batch(first)).reshape(10)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    best = 0
    probabilities = class_probabilities(model, images)
    for number in range(1, 10):
        if probabilities[number] > probabilities[best]:
            best = number
    return best
