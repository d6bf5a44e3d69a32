# verdict: less
# fails: stops_above, stops_at, starts_afresh, fit_stops_in_time
# passes: fit_goes_on_below
# why: misspelt attribute
"""look at the accuracy when an epoch ends, and tell the model, not the callback."""

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")
            self.model.stop_trainig = True
