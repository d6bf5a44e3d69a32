# verdict: less
# breaks: "none of them undoes the stop of another"; assigns False whenever its own target is not reached
# keeps: works alone: target, equality, message, missing logs
# why: one neat line, stop_training = reached, in place of an if
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target: float = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is None:
            return
        reached: bool = bool(accuracy >= self.target)
        self.model.stop_training = reached
        if reached:
            print(f"Accuracy {accuracy:.3f} reached {self.target} in epoch {epoch + 1}: stop.")
