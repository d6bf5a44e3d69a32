# verdict: full
# why: sorts pairs of probability and class instead of argmax; the first pair is the class with the largest probability
import numpy as np


def get_probability(pair):
    return pair[0]


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[0:1], verbose=0)[0, :]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    pairs = []
    for number, probability in enumerate(class_probabilities(model, images)):
        pairs.append((probability, number))
    pairs.sort(key=get_probability, reverse=True)
    probability, number = pairs[0]
    return number
