"""Mistake: stops always.

Costs much: it stops after every epoch, so no epoch is told from another.

Fails: never_stops_below, stops_at, starts_afresh, fit_stops_in_time, fit_goes_on_below,
    survives_missing, says_so
"""

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
        print("\nReached 90% accuracy so cancelling training!")
        self.model.stop_training = True
