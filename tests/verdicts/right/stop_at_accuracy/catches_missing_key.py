# verdict: full
# why: simply tries logs["accuracy"] and catches the errors of None and of a missing key
import tensorflow as tf
from tensorflow.keras.callbacks import Callback


class StopAtAccuracy(Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        Callback.__init__(self)
        self.my_target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            this_accuracy = logs["accuracy"]
        except (KeyError, TypeError):
            return
        good_enough = this_accuracy >= self.my_target
        if good_enough == True:
            print("Stopped after epoch", epoch + 1, "with accuracy", this_accuracy)
            self.model.stop_training = True
