# verdict: less
# breaks: the target is "a share and not a percentage"; 100 times the accuracy is compared with it, so training stops after the first epoch
# keeps: message, missing logs, does not undo other stops
# why: wanted to print per cent and converted before comparing
import tensorflow as tf


def in_percent(share):
    return 100 * share


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.goal = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs and "accuracy" in logs:
            percent = in_percent(logs["accuracy"])
            if percent >= self.goal:
                print("Reached", round(percent, 1), "% - training stops")
                self.model.stop_training = True
