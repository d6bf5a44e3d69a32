# verdict: full
# why: short form with "logs or {}" and get; None means nothing to decide
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            self.model.stop_training = True
            print(f"\nEpoch {epoch + 1}: accuracy {accuracy:.3f} >= {self.target}, training stops.")
