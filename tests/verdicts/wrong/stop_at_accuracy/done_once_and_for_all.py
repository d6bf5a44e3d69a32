# verdict: less
# breaks: "One callback may serve several trainings"; after the first stop it remembers `done` and never stops again
# keeps: the first training: target, equality, message, missing logs, other callbacks
# why: wanted to be sure that the message is printed once
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
        if self.done or logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            self.done = True
            print("Stopping: the accuracy is", logs["accuracy"])
            self.model.stop_training = True
