# verdict: less
# breaks: the answer must be "the class with the largest" probability; after rounding to one decimal, two close classes tie and the first of them wins
# keeps: class_probabilities; predicted_class where one class is far ahead
# why: rounded for a neat look, then searched the rounded list
# %%
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    neat = [round(float(p), 1) for p in class_probabilities(model, images)]
    return neat.index(max(neat))
