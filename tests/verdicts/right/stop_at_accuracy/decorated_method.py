# verdict: full
# why: a decorator deals with missing logs and calls the method only where there is an accuracy; the method's first line is kept
import functools

import tensorflow as tf


def only_with(key):
    def decorate(method):
        @functools.wraps(method)
        def wrapper(self, epoch, logs=None):
            if logs is not None and logs.get(key) is not None:
                return method(self, epoch, logs)
            return None

        return wrapper

    return decorate


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.target = target

    @only_with("accuracy")
    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs["accuracy"] >= self.target:
            return
        print("=" * 40)
        print("accuracy", round(float(logs["accuracy"]), 4), ">=", self.target)
        print("=" * 40)
        self.model.stop_training = True
