# verdict: less
# breaks: the answer is "the class with the largest one": where no probability is above one half the function fails with an IndexError
# keeps: class_probabilities; predicted_class where the network is sure
# why: the student takes the class whose probability is above 0.5 for the answer
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    probabilities = class_probabilities(model, images)
    return int(np.where(probabilities > 0.5)[0][0])
