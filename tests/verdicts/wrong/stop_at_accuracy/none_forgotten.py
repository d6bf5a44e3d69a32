# verdict: less
# breaks: "Where `logs` is `None` ... the training goes on": `in None` is a TypeError
# keeps: everything else, also logs without accuracy
# why: thought of a missing accuracy and not of missing logs
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if "accuracy" not in logs:
            return
        accuracy = logs["accuracy"]
        if accuracy >= self.target:
            print(f"\nEpoch {epoch + 1} reached {accuracy:.2%}: stop.")
            self.model.stop_training = True
