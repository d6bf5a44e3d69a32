# verdict: full
# why: read-only property for the target and a static helper for the decision; no state that could last beyond one training
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    MESSAGE = "Accuracy target reached; no more epochs."

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.__target = target

    @property
    def target(self):
        return self.__target

    @staticmethod
    def reaches(logs, target):
        accuracy = logs.get("accuracy") if logs else None
        return accuracy is not None and bool(accuracy >= target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.reaches(logs, self.target):
            print(self.MESSAGE)
            self.model.stop_training = True
