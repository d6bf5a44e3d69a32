# verdict: full
# why: a match statement with a mapping pattern and a guard; None and logs without accuracy simply do not match
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
            case {"accuracy": accuracy} if accuracy >= self.target:
                print(f"Stopped: {accuracy:.1%} is at least the wanted {self.target:.1%}.")
                self.model.stop_training = True
