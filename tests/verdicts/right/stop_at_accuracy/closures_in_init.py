# verdict: full
# why: no attribute named target: __init__ makes closures that know it; the flag is set with setattr
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()

        def good_enough(logs):
            return "accuracy" in logs and logs["accuracy"] >= target

        def farewell(epoch):
            return "Accuracy of %.0f %% reached after %d epochs: stopping." % (100 * target, epoch + 1)

        self._good_enough, self._farewell = good_enough, farewell

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self._good_enough(logs or {}):
            setattr(self.model, "stop_training", True)
            print(self._farewell(epoch))
