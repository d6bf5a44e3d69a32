# verdict: full
# why: one condition with a walrus that covers logs None, a missing accuracy and equality
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if (accuracy := (logs or {}).get("accuracy")) is not None and accuracy >= self.target:
            print(f"\nEpoch {epoch + 1}: accuracy {accuracy:.4f} reached {self.target}, stopping.")
            self.model.stop_training = True
