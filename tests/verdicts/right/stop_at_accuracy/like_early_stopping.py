# verdict: full
# why: built like EarlyStopping with monitor_op and state that on_train_begin resets, so it serves several trainings
import numpy as np
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.monitor = "accuracy"
        self.monitor_op = np.greater_equal
        self.target = target
        self.stopped_epoch = 0

    def on_train_begin(self, logs=None):
        self.stopped_epoch = 0

    def get_monitor_value(self, logs):
        return None if logs is None else logs.get(self.monitor)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        current = self.get_monitor_value(logs)
        if current is None:
            return
        if self.monitor_op(current, self.target):
            self.stopped_epoch = epoch
            self.model.stop_training = True
            print(f"Reached {self.target:.1%} accuracy in epoch {epoch + 1}, training stops")
