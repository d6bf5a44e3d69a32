# verdict: full
# why: asks forgiveness instead of permission: TypeError for None and KeyError for a missing accuracy both mean going on
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self._target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            reached = logs["accuracy"] >= self._target
        except (TypeError, KeyError):
            return
        if reached:
            self.model.stop_training = True
            print("Accuracy is good enough after epoch", epoch + 1, "- stopping")
