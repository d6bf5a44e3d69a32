# verdict: less
# breaks: "At the end of the first epoch whose accuracy reaches the target, it stops the training and says so": in a training without validation data the message crashes with KeyError 'val_accuracy'
# keeps: trainings with validation data; None and missing accuracy
# why: always trained with validation_data and wanted to show both accuracies
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or logs.get("accuracy") is None:
            return
        if logs["accuracy"] >= self.target:
            print(
                f"\nStopping: training accuracy {logs['accuracy']:.3f}, "
                f"validation accuracy {logs['val_accuracy']:.3f}"
            )
            self.model.stop_training = True
