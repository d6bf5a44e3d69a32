# verdict: full
# why: try/except in place of tests: TypeError for None, KeyError for a missing accuracy
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self._target_accuracy = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = logs["accuracy"]
        except (TypeError, KeyError):
            return
        if accuracy >= self._target_accuracy:
            setattr(self.model, "stop_training", True)
            print("Good enough, no more epochs.")
