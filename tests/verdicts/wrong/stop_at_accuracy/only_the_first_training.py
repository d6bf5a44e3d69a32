# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "One callback may serve several trainings": once it has stopped a training, it never stops another
# keeps: the first training of each callback: equality, message, None and missing accuracy
# why: a flag so that the message comes only once, which nobody takes back
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
        if self.done or not logs:
            return
        accuracy = logs.get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            self.done = True
            self.model.stop_training = True
            print(f"First epoch with an accuracy of {self.target}: {epoch + 1}")
