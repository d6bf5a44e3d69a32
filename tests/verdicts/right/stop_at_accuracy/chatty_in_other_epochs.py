# verdict: full
# why: prints a note after the other epochs too, but another one: the prompt forbids only the message about stopping there
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        missing = self.target - logs["accuracy"]
        if logs["accuracy"] >= self.target:
            print("\nThat will do: the target is reached, training ends now.")
            self.model.stop_training = True
        else:
            print(f"\n... another {missing:.3f} to go")
