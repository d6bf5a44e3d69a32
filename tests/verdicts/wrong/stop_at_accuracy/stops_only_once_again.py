# verdict: less
# breaks: "One callback may serve several trainings": after the first stop it never stops a training again.
# keeps: all of it in the first training; missing logs; equality; does not undo other stops
# why: the student keeps a flag so that the message comes once, and never resets it
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.reached = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.reached:
            return
        value = (logs or {}).get("accuracy")
        if value is not None and value >= self.target:
            self.reached = True
            print(f"\nAccuracy {value:.3f} reached {self.target}: training stops.")
            self.model.stop_training = True
