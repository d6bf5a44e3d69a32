# verdict: full
# why: prints a line of progress in other epochs, with another text; the prompt forbids only the message about stopping there
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = None if logs is None else logs.get("accuracy")
        if accuracy is None:
            return
        if accuracy >= self.target:
            print(f"The target {self.target} is reached. Training stops here.")
            self.model.stop_training = True
        else:
            print(f"(accuracy so far: {accuracy:.3f})")
