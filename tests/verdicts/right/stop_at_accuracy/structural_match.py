# verdict: full
# why: a match statement with a guard takes the accuracy out of the dictionary
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.goal = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        match logs:
            case {"accuracy": reached} if reached >= self.goal:
                print("Target of", self.goal, "reached in epoch", epoch + 1, "with", reached)
                self.model.stop_training = True
            case _:
                pass
