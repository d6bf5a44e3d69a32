# verdict: less
# breaks: "a plain whole number ... an array or a tensor will not": np.squeeze leaves an array without dimensions, which only prints like a number
# keeps: class_probabilities; the value of the class is right
# why: saw [9] printed, squeezed it, saw 9 and thought that it is a number now
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return np.squeeze(model.predict(images[:1], verbose=0), axis=0)


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    answers = np.argmax(model.predict(images[:1], verbose=0), axis=1)
    return np.squeeze(answers)
