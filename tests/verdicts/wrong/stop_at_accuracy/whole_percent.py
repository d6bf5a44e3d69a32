# verdict: less
# fails: never_stops_below
# passes: stops_above, stops_at, survives_missing, starts_afresh, says_so, fit_goes_on_below
# why: compares whole percents: stops at 0.711 with a target of 0.7149
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
        if accuracy is not None and int(accuracy * 100) >= int(self.target * 100):
            print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")
            self.model.stop_training = True
