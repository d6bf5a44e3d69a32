# verdict: full
# why: an accuracy of 0 counts as none, which reaches no target above 0 either
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        accuracy = logs.get("accuracy")
        if accuracy and accuracy >= self.target:
            print(f"Good enough: {accuracy:.3f}. I stop here.")
            self.model.stop_training = True
