# verdict: less
# breaks: "reaches the target (equal is enough)"; uses >
# keeps: stops above the target, message, missing logs, other callbacks
# why: wrote "greater than" without a thought of the equal case
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
        accuracy = logs.get("accuracy")
        if accuracy is not None and accuracy > self.target:
            print("Target reached, stopping training")
            self.model.stop_training = True
