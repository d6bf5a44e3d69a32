# verdict: less
# fails: survives_missing
# passes: stops_above, stops_at, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "Where `logs` is `None`, or has no `accuracy` ... the training goes on": logs.get fails on None, and None >= target fails without accuracy
# keeps: stops at the right epoch with a message when the accuracy is there
# why: the callback from the old Coursera course, which never meets None
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs.get("accuracy") >= self.target:
            print("\nReached the target accuracy, so cancelling training!")
            self.model.stop_training = True
