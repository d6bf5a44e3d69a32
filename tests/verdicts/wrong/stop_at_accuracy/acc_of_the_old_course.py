# verdict: less
# fails: stops_above, never_stops_below, stops_at, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: stops "at the end of the first epoch whose `accuracy` reaches the target": asks logs for "acc", gets None, and None >= number raises TypeError
# keeps: remembers the target
# why: the callback of a well-known course of 2019, where the key was "acc"
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs={}):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if (logs.get('acc') >= self.target):
            print("\nReached target accuracy so cancelling training!")
            self.model.stop_training = True
