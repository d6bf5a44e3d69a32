# verdict: full
# why: no if for logs: a try with KeyError and TypeError covers None and a missing accuracy
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = logs["accuracy"]
        except (KeyError, TypeError):
            return
        if accuracy < self.target:
            return
        self.model.stop_training = True
        print(f"\nEpoch {epoch + 1}: accuracy {accuracy:.1%}, good enough. I stop here.")
