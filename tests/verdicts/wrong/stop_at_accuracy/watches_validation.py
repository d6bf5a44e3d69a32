# verdict: less
# fails: stops_above, never_stops_below, stops_at, says_so, fit_stops_in_time
# breaks: "The accuracies of ... validation data do not count": watches val_accuracy, so it never stops without validation and at the wrong epoch with it
# keeps: the guard for None and missing values, the other epochs go on without a message
# why: used to monitoring val_accuracy
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.monitor = "val_accuracy"

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        value = logs.get(self.monitor)
        if value is None:
            return
        if value >= self.target:
            print(f"{self.monitor} reached {self.target} in epoch {epoch + 1}: stop")
            self.model.stop_training = True
