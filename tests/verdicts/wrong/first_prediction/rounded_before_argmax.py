# verdict: less
# breaks: the answer is "the class with the largest one": after rounding to one digit two classes may be equal, and the first of them is returned
# keeps: class_probabilities; predicted_class for clear answers
# why: the student rounds for reading and then searches the rounded numbers
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    readable = class_probabilities(model, images).round(1)
    return int(np.argmax(readable))
