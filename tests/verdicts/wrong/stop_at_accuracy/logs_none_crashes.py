# verdict: less
# breaks: "Where logs is None ... the training goes on": logs.get fails with an AttributeError on None
# keeps: target, equality, message, missing accuracy, no undoing
# why: the default logs=None overlooked; .get guards only against the missing key
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs.get("accuracy", -1) >= self.target:
            print(f"accuracy {logs['accuracy']:.3f} >= {self.target}: enough")
            self.model.stop_training = True
