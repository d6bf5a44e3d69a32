# verdict: less
# breaks: "a plain whole number from 0 to 9": the search starts with class 1, so class 0 is never the answer
# keeps: class_probabilities; predicted_class whenever the network's answer is not class 0
# why: started counting the classes at 1
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    p = class_probabilities(model, images)
    best = 1
    for k in range(1, 10):
        if p[k] > p[best]:
            best = k
    return best
