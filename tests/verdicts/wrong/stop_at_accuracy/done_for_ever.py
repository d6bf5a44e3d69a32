# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "One callback may serve several trainings": after the first stop the flag stays set and a second training is never stopped
# keeps: a single training is stopped rightly, with the message; guards
# why: a flag against printing twice that nobody resets in on_train_begin
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.triggered = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.triggered or not logs or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            self.triggered = True
            self.model.stop_training = True
            print(f"Accuracy {logs['accuracy']:.3f} reached the target, training stops.")
