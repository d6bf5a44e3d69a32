# verdict: full
# why: base class through `from tensorflow import keras` (the same class); epochs below the target go to a logger, the stop to print
import logging

import tensorflow as tf
from tensorflow import keras

log = logging.getLogger("stop_at_accuracy")


class StopAtAccuracy(keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or "accuracy" not in logs:
            log.debug("epoch %d: no accuracy to look at", epoch)
            return
        if logs["accuracy"] < self.target:
            log.debug("epoch %d: %.3f is not enough", epoch, logs["accuracy"])
            return
        print("Training stops: the accuracy is", logs["accuracy"])
        self.model.stop_training = True
