# verdict: less
# fails: stops_at
# passes: stops_above, never_stops_below, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "reaches the target (equal is enough)": compares with > only
# keeps: everything but the case of equality
# why: wrote > without thinking of equality
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
        if accuracy is not None and accuracy > self.target:
            print(f"\nReached {self.target:.0%} accuracy, stopping training")
            self.model.stop_training = True
