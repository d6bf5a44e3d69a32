# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "One callback may serve several trainings": after the first stop the flag done stays set and the second training is never stopped
# keeps: a first training stops at the right epoch with a message, handles missing logs, own target for each callback
# why: a flag so that the message comes only once, never reset
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.done = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        if "accuracy" in logs:
            if logs["accuracy"] >= self.target and self.done == False:
                print("The first epoch with enough accuracy is", epoch + 1)
                self.model.stop_training = True
                self.done = True
