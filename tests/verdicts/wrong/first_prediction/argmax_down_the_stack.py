# verdict: less
# breaks: predicted_class must be about the first image only: argmax over the flattened answers of all the images, a number far above 9 or another image's class
# keeps: class_probabilities; predicted_class for a stack of one image
# why: np.argmax without axis on the answers of the whole stack
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.array(model.predict(images[0:1])).flatten()


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(model.predict(images)))
