# verdict: full
# why: predict_on_batch with one image, and tuple unpacking of the single row, which would fail loudly with more rows
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    (row,) = model.predict_on_batch(np.stack([images[0]]))
    return np.asarray(row)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    row = class_probabilities(model, images)
    best = 0
    for place in range(1, 10):
        if row[place] > row[best]:
            best = place
    return best
