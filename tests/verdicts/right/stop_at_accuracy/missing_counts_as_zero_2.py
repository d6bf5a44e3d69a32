# verdict: full
# why: a missing accuracy counts as 0, which reaches no target above 0
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
        if logs is None:
            logs = {}
        if logs.get("accuracy", 0) >= self.target:
            print("\nThe target accuracy is reached, training stops.")
            self.model.stop_training = True
