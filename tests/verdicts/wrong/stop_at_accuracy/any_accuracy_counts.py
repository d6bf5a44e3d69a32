# verdict: less
# breaks: "The accuracies of ... validation data do not count": val_accuracy stops the training too
# keeps: stops and prints where the training accuracy reaches the target; None and logs without any accuracy are harmless
# why: the student searches for every key with "accuracy" in it
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracies = [value for key, value in (logs or {}).items() if "accuracy" in key]
        if accuracies and max(accuracies) >= self.target:
            self.model.stop_training = True
            print("Reached the target accuracy, training stops.")
