# verdict: full
# why: recursion in place of argmax, walrus for the prediction; any way to find the largest is free
import numpy as np


def largest_place(values, place=0, best=0):
    if place == len(values):
        return best
    return largest_place(values, place + 1, place if values[place] > values[best] else best)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    if (row := model.predict(np.expand_dims(images[0], 0), verbose=0)).ndim == 2:
        row = row.ravel()
    return row


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return largest_place(class_probabilities(model, images))
