# verdict: less
# breaks: "The network's answer for an image is the class with the largest one": of 0.36 and 0.44 both become 0.4, and the first one wins.
# keeps: class_probabilities entirely; predicted_class wherever the network is sure
# why: the student rounds the probabilities to one decimal before looking for the largest
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    tidy = np.round(class_probabilities(model, images), 1)
    return int(np.argmax(tidy))
