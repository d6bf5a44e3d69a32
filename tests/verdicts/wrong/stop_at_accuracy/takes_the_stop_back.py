# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: it must stop the training, and "callbacks with other targets may exist beside it": below its own target it sets stop_training to False, and so revokes the stop of a callback before it
# keeps: a callback that is alone works in all respects
# why: a short assignment in place of an if; looks neat
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or "accuracy" not in logs:
            return
        self.model.stop_training = bool(logs["accuracy"] >= self.target)
        if self.model.stop_training:
            print(f"Stopping: accuracy {logs['accuracy']:.2%}")
