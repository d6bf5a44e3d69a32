# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": below its target it sets stop_training to False, and so undoes the stop of a callback before it
# keeps: alone it stops at the right epoch with a message; logs None or without accuracy; several trainings
# why: assigns the comparison itself to stop_training
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        self.model.stop_training = bool(logs["accuracy"] >= self.target)
        if self.model.stop_training:
            print("Enough accuracy, stop.")
