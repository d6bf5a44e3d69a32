# verdict: full
# why: calls the model as a function instead of predict, and finds the class in pure Python; the prompt leaves both open

# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    only_first = np.asarray(images[:1], dtype="float32")  # still a stack, of one
    (row,) = model(only_first, training=False)  # unpacking: there is one row
    return np.array(row)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    shares = class_probabilities(model, images).tolist()
    return max(range(len(shares)), key=shares.__getitem__)
