# verdict: full
# why: Python 2 style super(Class, self) and %-formatting; minus infinity as the default for a missing accuracy
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            logs = {}
        acc = logs.get("accuracy", float("-inf"))
        if acc >= self.target:
            self.model.stop_training = True
            print("\nReached %.1f%% accuracy so cancelling training!" % (self.target * 100))
