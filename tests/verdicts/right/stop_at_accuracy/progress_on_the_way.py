# verdict: full
# why: prints a short line after the other epochs as well, but the message about stopping appears only at the end, as the prompt says
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or "accuracy" not in logs:
            return
        now = logs["accuracy"]
        if now < self.target:
            print(f" {self.target - now:.3f} to go")
        else:
            print(f" Target reached in epoch {epoch + 1}: stopping the training.")
            self.model.stop_training = True
