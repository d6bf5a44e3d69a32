# verdict: full
# why: the work is in a module that a %%writefile cell writes; the functions import it; notebooks allow that
# %%
%%writefile first_image_tools.py
import numpy as np


def answer_for_first(network, stack):
    """The network's answer for the first image of a stack."""
    return np.array(network.predict(stack[0:1], verbose=0)[0])

# %%
import numpy as np

from first_image_tools import answer_for_first


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return answer_for_first(model, images)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(answer_for_first(model, images)))
