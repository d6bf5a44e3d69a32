# verdict: less
# breaks: "whose `accuracy` **reaches** the target (equal is enough)"
# keeps: stops with a message when the accuracy is above the target, goes on without logs or accuracy
# why: wrote > as in the well-known example of the course on the web
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        accuracy = logs.get("accuracy")
        if accuracy is not None and accuracy > self.target:
            print(f"\nReached {self.target * 100}% accuracy so cancelling training!")
            self.model.stop_training = True
