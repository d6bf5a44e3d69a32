# verdict: full
# why: larger and equal treated in two copied branches, each with its own message; together they are "reaches"
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
        acc = -1
        for name in logs:
            if name == "accuracy":
                acc = logs[name]
        if acc == -1:
            return
        if acc > self.target:
            print("Stopping the training: accuracy " + str(acc) + " is above " + str(self.target))
            self.model.stop_training = True
        elif acc == self.target:
            print("Stopping the training: accuracy " + str(acc) + " is exactly " + str(self.target))
            self.model.stop_training = True
        else:
            pass
