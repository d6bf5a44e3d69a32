# verdict: full
# why: max over enumerate with itemgetter(1): the index that enumerate counts is already a plain Python int
from operator import itemgetter

import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    one = images[:1]
    assert one.shape == (1, 28, 28)
    return np.squeeze(model.predict(one, verbose=0))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    pairs = enumerate(class_probabilities(model, images))
    return max(pairs, key=itemgetter(1))[0]
