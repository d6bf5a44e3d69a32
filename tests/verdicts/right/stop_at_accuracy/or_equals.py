# verdict: full
# why: always assigns stop_training, but as "already stopped or reached", so no stop of another callback is lost
import operator

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def reached(self, logs: dict | None) -> bool:
        return bool(logs) and "accuracy" in logs and bool(operator.ge(logs["accuracy"], self.target))

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        enough = self.reached(logs)
        self.model.stop_training = getattr(self.model, "stop_training", False) or enough
        enough and print("Accuracy target of", self.target, "reached. Done.", flush=True)
