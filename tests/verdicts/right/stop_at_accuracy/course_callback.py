# verdict: full
# why: the well-known online course's myCallback made safe: `logs or {}` and a default of -1 that no target reaches
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.wanted = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        if (logs.get('accuracy', -1) >= self.wanted):
            print("\nReached " + str(self.wanted * 100) + "% accuracy so cancelling training!")
            self.model.stop_training = True
