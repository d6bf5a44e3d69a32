# verdict: less
# breaks: predicted_class is about "the first image of the stack only"; argmax over the predictions of the whole stack finds the surest image, and counts through all rows
# keeps: class_probabilities; predicted_class for a stack of one image
# why: argmax without an axis and without [0]
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = model.predict(images, verbose=0)
    return int(np.argmax(probabilities))
