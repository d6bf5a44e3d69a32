# verdict: full
# why: structural pattern matching decides all cases at once, None and a missing accuracy fall through

# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self._enough = lambda accuracy: accuracy is not None and accuracy >= target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        match logs:
            case {"accuracy": reached} if self._enough(reached):
                print(f"Epoch {epoch + 1}: accuracy {reached:.4f} is good enough, I stop.")
                self.model.stop_training = True
            case _:
                pass  # go on, and do not touch what others have set
