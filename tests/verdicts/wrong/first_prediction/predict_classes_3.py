# verdict: less
# breaks: predicted_class must return the network's answer; model.predict_classes no longer exists, so it raises AttributeError
# keeps: class_probabilities
# why: found predict_classes in an old tutorial
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.squeeze(model.predict(images[0:1]))


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(model.predict_classes(images[0:1])[0])
