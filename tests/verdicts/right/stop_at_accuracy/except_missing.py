# verdict: full
# why: asks forgiveness: TypeError for None and KeyError for a missing accuracy both mean that there is nothing to decide
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.target = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = float(logs["accuracy"])
        except (TypeError, KeyError):
            return
        if accuracy >= self.target:
            self.model.stop_training = True
            print("Target of {:.1%} reached, training ends.".format(self.target))
