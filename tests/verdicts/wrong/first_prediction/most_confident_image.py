# verdict: less
# breaks: "both are about the first image of the stack only": predicted_class answers for the most confident image of the stack
# keeps: class_probabilities is right
# why: argmax over the whole table, brought back to 0..9 with % 10 when the number was too large
import numpy as np


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return model.predict(images, verbose=0)[0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(np.argmax(model.predict(images, verbose=0)) % 10)
