# verdict: full
# why: a match statement decides; None and dictionaries without accuracy simply do not match, and stop_training is never set to False
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        match logs:
            case {"accuracy": share} if share >= self.target:
                print(f"\nEpoch {epoch + 1}: {share:.2%} reach {self.target:.2%}, stopping.")
                self.model.stop_training = True
            case _:
                return
