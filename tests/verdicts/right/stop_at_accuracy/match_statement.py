# verdict: full
# why: a match statement on the mapping: None and dictionaries without accuracy just do not match
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self._target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        match logs:
            case {"accuracy": reached} if reached >= self._target:
                print("Epoch", epoch + 1, "reached the accuracy", reached, "- stop here.")
                self.model.stop_training = True
