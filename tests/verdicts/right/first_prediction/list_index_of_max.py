# verdict: full
# why: plain Python on a list (index of the max) and a one-image batch made with reshape instead of a slice
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    batch_of_one = images[0].reshape(1, 28, 28)
    (row,) = model.predict(batch_of_one, verbose=0)
    return np.array(row)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    as_list = class_probabilities(model, images).tolist()
    return as_list.index(max(as_list))
