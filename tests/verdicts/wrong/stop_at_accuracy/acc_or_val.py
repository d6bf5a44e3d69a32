# verdict: less
# fails: never_stops_below
# passes: stops_above, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# why: the larger of accuracy and val_accuracy
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
        accuracy = max(accuracy, (logs or {}).get('val_accuracy', 0)) if accuracy is not None else None
        if accuracy is not None and accuracy >= self.target:
            print(f"Epoch {epoch + 1} reached {accuracy:.3f}: enough.")
            self.model.stop_training = True
