# verdict: less
# fails: stops_above, stops_at, fit_stops_in_time
# passes: never_stops_below, survives_missing, fit_goes_on_below
# breaks: "it stops the training": sets stop_training of the notebook's `model`, not of `self.model`, so any other network trains on
# keeps: the message at the right epochs; None and a missing accuracy
# why: in the notebook the network is called model, so it seemed to work
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        if logs.get("accuracy", 0.0) >= self.target and "accuracy" in logs:
            print("Reached {:.0%} accuracy, so no further epochs.".format(self.target))
            model.stop_training = True
