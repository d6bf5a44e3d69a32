# verdict: less
# fails: never_stops_below, says_so, fit_goes_on_below
# passes: survives_missing
# breaks: target is "a share and not a percentage": the accuracy is multiplied by 100 before comparing, so training stops far too early
# keeps: stops and prints above the target, handles missing logs
# why: percent and share mixed up
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        accuracy = logs.get("accuracy")
        if accuracy is None:
            return
        percent = accuracy * 100
        if percent >= self.target:
            print(f"Accuracy is {percent:.1f} %, stopping the training.")
            self.model.stop_training = True
