# verdict: less
# breaks: "must work for any model and any images": images with values above 1 are divided by 255, so a model that was trained on such pixels is shown other images than the ones given
# keeps: both functions for images between 0 and 1
# why: wanted to be helpful in case somebody forgets to normalise
import numpy as np


def prepared_first(images):
    first = np.asarray(images)[:1]
    if first.max() > 1:
        first = first / 255.0
    return first


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(prepared_first(images), verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
