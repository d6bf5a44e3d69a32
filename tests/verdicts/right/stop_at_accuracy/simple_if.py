# verdict: full
# why: the simple way, with two nested ifs for the missing logs
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None:
            if "accuracy" in logs:
                if logs["accuracy"] >= self.target:
                    print("\nTarget accuracy reached, stopping the training!")
                    self.model.stop_training = True
