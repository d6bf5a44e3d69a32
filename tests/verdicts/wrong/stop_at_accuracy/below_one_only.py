# verdict: less
# breaks: "the target, a share from 0 to 1": the check of the argument refuses a target of exactly 1
# keeps: every target below 1
# why: wanted to catch percentages and drew the line at 1 with the wrong sign
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        if target >= 1:
            raise ValueError("give the target as a share, for example 0.85 for 85 %")
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = None if logs is None else logs.get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            self.model.stop_training = True
            print("accuracy", accuracy, "reached the target", self.target)
