# verdict: full
# why: reaches means that the larger of accuracy and target is the accuracy; equal is enough; helper methods on the class
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def has_reached(self, logs):
        """Say whether the epoch with these logs reaches the target."""
        accuracy = dict(logs or {}).get("accuracy")
        return accuracy is not None and max(accuracy, self.target) == accuracy

    def stop(self, epoch):
        """Stop the training and say so."""
        self.model.stop_training = True
        print("Stopped by StopAtAccuracy after epoch %d, target %g" % (epoch + 1, self.target))

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.has_reached(logs):
            self.stop(epoch)
