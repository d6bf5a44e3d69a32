# verdict: full
# why: finds None and a missing accuracy by the exceptions they raise, and prints its message in two lines with two calls
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self.__target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = logs["accuracy"]
        except (TypeError, KeyError):
            return
        if accuracy < self.__target:
            return
        print()
        print("Reached the target of", self.__target, "with", accuracy)
        print("No more epochs.")
        setattr(self.model, "stop_training", True)
