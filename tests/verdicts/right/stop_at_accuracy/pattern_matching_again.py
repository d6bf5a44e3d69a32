# verdict: full
# why: decides with a `match` on the dictionary; None and dictionaries without the key just do not match, and stop_training is only ever set to True
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
                print(f"\nEpoch {epoch + 1}: accuracy {reached:.3f}, good enough. I stop here.")
                self.model.stop_training = True
