# verdict: full
# why: one match statement decides: a dictionary with an accuracy that is high enough; None and dictionaries without it do not match
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
        match logs:
            case {"accuracy": reached} if reached >= self.target:
                print("Stopping:", reached, "is at least", self.target)
                self.model.stop_training = True
