"""Lets the zygote start in a tenth of a second: a Keras that only asks for trainings.

Forks, frames, limits and the way to the trainer are the zygote's and its children's own. This is
imported in their process, so it finds of our package what they find.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any


class Fitting:
    """In place of the one that wraps Keras: student code calls `keras.train`."""

    def __init__(self, ask: Any) -> None:
        import keras

        from autograder.child.keras_shim.client import Asking

        # Nobody is there to be asked when a new zygote is tried.
        self._asking = Asking(ask)
        keras.train = self._train

    def begin(self) -> None:
        """A probe starts."""
        self._asking.begin()

    def take(self) -> list[dict[str, Any]]:
        """None: no training happens here."""
        return []

    def _train(self, images: Any, labels: Any, units: int) -> float:
        """The accuracy of a network whose hidden layer is so wide."""
        from autograder.child.keras_shim.data import Arrays, Remembered, Rows
        from autograder.recipes.recipe import Compiled, Dense, Flatten, Network, Optimizer
        from autograder.recipes.requests import Fit, FitRequest

        arrays = Arrays(Remembered())
        layers = (Flatten(), Dense(units, activation="relu"), Dense(10, activation="softmax"))
        compiled = Compiled(Optimizer("Adam"), "sparse_categorical_crossentropy", ("accuracy",))
        fit = Fit(Network(layers), compiled, arrays.labelled(Rows(images, labels)))
        reply = self._asking.answer(self._asking.drawn(FitRequest(fit, epochs=1)), arrays)
        return float(reply.logs["accuracy"][-1])


def install() -> None:
    """Puts modules in the place of those that take seconds to import."""
    keras: Any = ModuleType("keras")
    keras.utils = ModuleType("keras.utils")
    keras.utils.set_random_seed = lambda _seed: None
    tensorflow: Any = ModuleType("tensorflow")
    # What a new zygote is tried with.
    tensorflow.constant = float
    fit: Any = ModuleType("autograder.child.keras_shim.fit")
    fit.Fitting = Fitting
    modules = {
        "keras": keras,
        "tensorflow": tensorflow,
        "matplotlib": ModuleType("matplotlib"),
        "matplotlib.pyplot": ModuleType("matplotlib.pyplot"),
        "autograder.child.keras_shim.fit": fit,
    }
    sys.modules.update(modules)
