# verdict: full
# why: asks forgiveness rather than permission: TypeError for None, KeyError for a missing accuracy
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    message = "*** {share} % of the training images are right; stop. ***"

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = logs["accuracy"]
        except (TypeError, KeyError):
            return
        if self.target <= accuracy:
            self.model.stop_training = True
            print()
            print(self.message.format(share=round(100 * float(accuracy), 1)))
