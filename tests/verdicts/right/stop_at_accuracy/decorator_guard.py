# verdict: full
# why: a decorator keeps calls without an accuracy away from the method; the method's own first line is as given
import functools

import tensorflow as tf


def only_with(name):
    def decorate(method):
        @functools.wraps(method)
        def guarded(self, epoch, logs=None):
            if logs is not None and name in logs:
                return method(self, epoch, logs)

        return guarded

    return decorate


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self._goal = float(target)

    @only_with("accuracy")
    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs["accuracy"] < self._goal:
            return
        setattr(self.model, "stop_training", True)
        print("Genug gelernt!")
