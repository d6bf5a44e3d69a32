# verdict: less
# breaks: predicted_class must return the class; model.predict_classes does not exist any more, so it raises AttributeError
# keeps: class_probabilities is right
# why: copied predict_classes from an answer of 2018
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1])[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    classes = model.predict_classes(images[:1])
    return classes[0]
