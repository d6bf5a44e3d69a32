# verdict: full
# why: predict_on_batch with one image and a plain Python max with a key; no argmax anywhere, and no call of model.predict
# %%
import numpy as np


def first_row(model, images):
    batch = np.asarray(images[:1], dtype="float32")
    return model.predict_on_batch(batch)[0]


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.array(first_row(model, images))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    row = first_row(model, images)
    return max(range(10), key=lambda number: row[number])
