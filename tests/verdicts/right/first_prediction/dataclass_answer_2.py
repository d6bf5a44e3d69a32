# verdict: full
# why: a dataclass with a cached property does the work; one object for each call, so nothing is remembered between models
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Any

import numpy as np


@dataclass
class Answer:
    network: Any
    stack: Any

    @cached_property
    def probabilities(self) -> np.ndarray:
        everything = self.network.predict(self.stack, verbose=0, batch_size=256)
        return everything[0, :]

    def __int__(self):
        place, _ = max(enumerate(self.probabilities), key=itemgetter(1))
        return place


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    return Answer(model, images).probabilities


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return int(Answer(model, images))
