# verdict: less
# breaks: "At the end of the **first epoch** whose accuracy reaches the target": `if epoch and` skips epoch 0, so a training that is good enough at once goes on for another epoch
# keeps: stops from the second epoch on; None and missing accuracy
# why: meant to check that there is an epoch, and 0 counts as False
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if epoch and logs and "accuracy" in logs and logs["accuracy"] >= self.target:
            print(f"Reached {self.target} after epoch {epoch + 1}, no more training.")
            self.model.stop_training = True
