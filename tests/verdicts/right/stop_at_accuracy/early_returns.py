# verdict: full
# why: tidy early returns, types on local names only, message in a method of its own
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target: float = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy: float | None = None if logs is None else logs.get("accuracy")
        if accuracy is None:
            return
        if accuracy < self.target:
            return
        self._announce(epoch, accuracy)
        self.model.stop_training = True

    def _announce(self, epoch: int, accuracy: float) -> None:
        print(f"Epoch {epoch + 1}: accuracy {accuracy:.4f} >= {self.target:.4f}, stopping.")
