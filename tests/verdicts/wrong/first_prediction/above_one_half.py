# verdict: less
# breaks: "The network's answer for an image is the class with the largest one": where no probability exceeds one half, the answer is always 0
# keeps: class_probabilities; predicted_class where the network is sure
# why: thought that the winner of ten always has more than half of the probability
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images[:1], verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    sure = class_probabilities(model, images) > 0.5
    return int(np.argmax(sure))
