# verdict: less
# breaks: "They must work for any model": the pass through model.layers fails for a functional model (its InputLayer cannot be called) and for branches
# keeps: right answers for a Sequential model
# why: the student replays the layers one after another, as in a plain Sequential
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    values = images[:1]
    for layer in model.layers:
        values = layer(values)
    return np.array(values)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
