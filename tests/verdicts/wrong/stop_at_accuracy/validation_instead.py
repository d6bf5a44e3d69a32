# verdict: less
# breaks: "Where logs ... has no accuracy, there is nothing to decide" and accuracies "of validation data do not count": falls back on val_accuracy
# keeps: everything when accuracy is there, or when neither is
# why: thought that any accuracy is better than none
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        accuracy = logs.get("accuracy", logs.get("val_accuracy"))
        if accuracy is None or accuracy < self.target:
            return
        print(f"Epoch {epoch + 1}: accuracy {accuracy:.3f} is enough, stopping here")
        self.model.stop_training = True
