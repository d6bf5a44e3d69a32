# verdict: less
# breaks: "One callback may serve several trainings": after the first stop the callback is silent for ever and later trainings run on
# keeps: the first training with it stops rightly, with its message; None and missing accuracy
# why: a flag that nothing resets, so that the message comes only once
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.already_stopped = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is None or self.already_stopped:
            return
        if accuracy >= self.target:
            self.already_stopped = True
            self.model.stop_training = True
            print(f"Epoch {epoch + 1}: reached {self.target}")
