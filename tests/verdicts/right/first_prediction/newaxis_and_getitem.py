# verdict: full
# why: newaxis in front of the index gives (1, 28, 28); max over range with __getitem__ as key is an argmax of Python ints
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    first_only = images[np.newaxis, 0]
    return model.predict(first_only, verbose=0).squeeze(axis=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return max(range(len(probabilities)), key=probabilities.__getitem__)
