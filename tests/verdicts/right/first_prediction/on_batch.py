# verdict: full
# why: uses predict_on_batch and flatnonzero; the model is neither trained nor changed, and int makes a plain number
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    answer = model.predict_on_batch(np.asarray(images)[0:1])
    return np.array(answer).ravel()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = class_probabilities(model, images)
    places = np.flatnonzero(p == p.max())
    return int(places[0])
