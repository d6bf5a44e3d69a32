# verdict: less
# breaks: "stops ... at the first epoch whose `accuracy` reaches the target": 0.846 rounded to 0.85 stops at a target of 0.85 although it is below it
# keeps: message, None and missing accuracy, stops where the target is clearly reached, goes on where it is clearly missed
# why: the accuracy is rounded to two digits before the comparison
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        accuracy = round(float(logs["accuracy"]), 2)
        if accuracy >= self.target:
            print(f"Reached {accuracy} in epoch {epoch + 1}, stopping.")
            self.model.stop_training = True
