# verdict: full
# why: a missing accuracy counts as 0, which reaches no target above 0
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if logs.get("accuracy", 0) >= self.target:
            print(f"Target of {self.target} reached in epoch {epoch + 1}, stopping.")
            self.model.stop_training = True
