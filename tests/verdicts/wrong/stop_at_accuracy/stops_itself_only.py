# verdict: less
# fails: stops_above, stops_at, fit_stops_in_time
# passes: never_stops_below, survives_missing, fit_goes_on_below
# breaks: must stop the training; it sets stop_training on the callback and not on self.model, so training goes on
# keeps: prints the message at the right epoch, stays silent below the target, logs None or without accuracy
# why: wrote self.stop_training for self.model.stop_training
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
        if "accuracy" in logs and logs["accuracy"] >= self.target:
            self.stop_training = True
            print("Accuracy of", self.target, "reached: training stops")
