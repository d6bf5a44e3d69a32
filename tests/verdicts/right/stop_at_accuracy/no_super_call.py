# verdict: full
# why: does not call super().__init__(); Keras still hands over the model before training, so the callback does all it should
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        if "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            print("\nReached", self.target, "accuracy, stopping.")
            self.model.stop_training = True
