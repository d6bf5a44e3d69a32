# verdict: less
# breaks: must return the ten probabilities and the class; predict on a single (28, 28) image raises, so neither function returns
# keeps: nothing
# why: passed images[0] to predict, which wants a stack of images
import numpy as np


def get_first_answer(model, images):
    first_image = images[0]
    return model.predict(first_image, verbose=0)


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return get_first_answer(model, images)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return np.argmax(get_first_answer(model, images))
