# verdict: full
# why: a small frozen dataclass holds the answer; both functions are thin and return array and int
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class FirstAnswer:
    probabilities: np.ndarray

    @classmethod
    def ask(cls, model, images):
        return cls(model.predict(np.expand_dims(images[0], 0), verbose=0).ravel())

    @property
    def winner(self):
        return int(self.probabilities.argmax())


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return FirstAnswer.ask(model, images).probabilities


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return FirstAnswer.ask(model, images).winner
