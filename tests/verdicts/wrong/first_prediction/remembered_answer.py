# verdict: less
# breaks: "They must work for any model and any images": the first prediction is kept in a global and handed out for every later model and stack as well
# keeps: the very first call; shapes and types
# why: predict was slow for the whole test set, so it is done only once
import numpy as np

saved_probabilities = None


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    global saved_probabilities
    if saved_probabilities is None:
        saved_probabilities = model.predict(images, verbose=0)
    return saved_probabilities[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(class_probabilities(model, images)))
