# verdict: full
# why: unpacks the prediction with a match statement, and finds the class with a dictionary turned round; no argmax
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    match model.predict(images, verbose=0).tolist():
        case [first, *_]:
            return np.array(first)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    by_probability = {}
    for label, probability in enumerate(class_probabilities(model, images)):
        by_probability.setdefault(probability, label)
    return by_probability[max(by_probability)]
