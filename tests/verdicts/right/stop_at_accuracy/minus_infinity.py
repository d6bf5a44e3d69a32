# verdict: full
# why: a missing accuracy counts as minus infinity, which reaches no target, so one comparison serves all cases
import math

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.wanted = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        got = -math.inf
        if logs:
            got = logs.get("accuracy", got)
        if got >= self.wanted:
            print("The training accuracy %.3f reached the target %.3f." % (got, self.wanted))
            self.model.stop_training = True
