# verdict: full
# why: the working code stands in a module that an earlier cell writes with %%writefile and that is imported afterwards
# %%
%%writefile first_image_tools.py
import numpy as np


def first_row(model, images):
    return np.array(model.predict(images[:1], verbose=0)).reshape(10)

# %%
import numpy as np
from first_image_tools import first_row


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return first_row(model, images)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(first_row(model, images).argmax())
