# verdict: less
# fails: stops_at
# passes: stops_above, never_stops_below, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "reaches the target (equal is enough)": it compares with >
# keeps: stopping above the target, the message, None and missing accuracy, several trainings
# why: > in place of >=
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        if logs.get("accuracy", 0.0) > self.target:
            print("Reached", self.target, "- stopping")
            self.model.stop_training = True
