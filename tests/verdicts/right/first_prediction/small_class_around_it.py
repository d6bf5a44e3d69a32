# verdict: full
# why: a small helper class holds the model and the first image; both functions only ask it, and the first lines are kept
from functools import cached_property

import numpy as np


class FirstImage:
    """What a model says about the first image of a stack."""

    def __init__(self, model, images):
        self.model = model
        self.batch = np.asarray(images)[0:1]

    @cached_property
    def probabilities(self) -> np.ndarray:
        return self.model.predict(self.batch, verbose=0).ravel()

    @property
    def answer(self) -> int:
        return int(self.probabilities.argmax())


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return FirstImage(model, images).probabilities


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return FirstImage(model, images).answer
