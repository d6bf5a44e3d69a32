# verdict: less
# fails: stops_above, stops_at, fit_stops_in_time
# passes: never_stops_below, survives_missing, says_so, fit_goes_on_below
# breaks: must stop the training; it sets stop_training of the callback, not of self.model, so Keras trains on
# keeps: prints its message when the target is reached, silent below it, handles missing logs
# why: forgot .model in self.model.stop_training
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.stop_training = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and "accuracy" in logs:
            acc = logs["accuracy"]
            if acc >= self.target:
                print("Reached the target in epoch", epoch + 1)
                self.stop_training = True
