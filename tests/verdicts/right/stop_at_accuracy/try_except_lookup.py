# verdict: full
# why: asks forgiveness: no logs (TypeError) and no accuracy (KeyError) are caught, and training goes on
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self.acc_target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            acc = logs["accuracy"]
        except (TypeError, KeyError):
            return
        if not acc < self.acc_target:
            self.model.stop_training = True
            print("Good enough after", epoch + 1, "epochs: accuracy", acc)
