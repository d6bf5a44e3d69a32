# verdict: full
# why: tries logs["accuracy"] and returns on TypeError (None) or KeyError (missing) instead of asking first
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self._wanted = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            reached = logs["accuracy"] >= self._wanted
        except (TypeError, KeyError):
            return
        if reached:
            print("\nEnough! The training stops after epoch", epoch + 1)
            setattr(self.model, "stop_training", True)
