# verdict: less
# fails: never_stops_below
# passes: survives_missing
# breaks: must stop only when the accuracy reaches the target; rounded to two digits, 0.846 counts as 0.85 and stops too early
# keeps: stops and prints where rounding changes nothing, goes on clearly below, logs None or without accuracy, other targets
# why: rounds the accuracy "because of floating-point numbers"
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or logs.get("accuracy") is None:
            return
        if round(logs["accuracy"], 2) >= self.target:
            print(f"Accuracy is {logs['accuracy']:.2f}: stop")
            self.model.stop_training = True
