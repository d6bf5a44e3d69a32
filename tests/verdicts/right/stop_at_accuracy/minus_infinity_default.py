# verdict: full
# why: minus infinity as the default never reaches any target, not even 0; walrus keeps the value for the message
from math import inf

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if (accuracy := (logs or {}).get("accuracy", -inf)) >= self.target:
            self.model.stop_training = True
            print(f"accuracy {accuracy:.4f} >= {self.target}: stopped after epoch {epoch + 1}", flush=True)
