# verdict: full
# why: a separate small class decides, the callback only acts; nothing is remembered from one training to the next
import tensorflow as tf


class AccuracyGoal:
    def __init__(self, share):
        self.share = share

    def met_by(self, logs):
        """Whether these logs have an accuracy that is high enough."""
        if not logs or "accuracy" not in logs:
            return False
        return logs["accuracy"] >= self.share

    def __str__(self):
        return f"accuracy of {self.share}"


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.goal = AccuracyGoal(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.goal.met_by(logs):
            message = "Training stops, {} reached in epoch {}".format(self.goal, epoch + 1)
            print(message)
            self.model.stop_training = True
