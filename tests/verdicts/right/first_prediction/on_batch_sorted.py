# verdict: full
# why: predict_on_batch with a new axis, and a hand-written search; returns a plain int
# %%
import numpy as np


# %%
def class_probabilities(model, images):
    """Ten probabilities of images[0]."""
    return np.array(model.predict_on_batch(np.asarray(images)[None, 0]))[0]


# %%
def predicted_class(model, images):
    """Walk through the ten and remember the largest."""
    best, best_value = 0, -1.0
    for number, value in enumerate(class_probabilities(model, images)):
        if value > best_value:
            best, best_value = number, value
    return best
