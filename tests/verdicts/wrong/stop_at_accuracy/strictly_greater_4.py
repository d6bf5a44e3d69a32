# verdict: less
# fails: stops_at
# passes: stops_above, never_stops_below, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "reaches the target (equal is enough)": > instead of >=
# keeps: everything else: None, missing accuracy, message, several callbacks
# why: "until it is better than the target"
import tensorflow as tf
from tensorflow import keras


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and "accuracy" in logs:
            if logs["accuracy"] > self.target:
                print(f"Accuracy {logs['accuracy']:.3f} in epoch {epoch + 1}, this is enough.")
                self.model.stop_training = True
