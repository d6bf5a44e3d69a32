# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "One callback may serve several trainings": after the first stop the flag stays set, and later trainings are never stopped
# keeps: the first training is right: stops, prints, equal is enough, logs None or without accuracy, other targets
# why: a flag so that the message comes only once, and it is never reset
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
        if self.done or not logs or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            self.done = True
            print("Reached", self.target)
            self.model.stop_training = True
