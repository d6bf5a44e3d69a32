# verdict: full
# why: the decision is a function outside of the class and the message text a global constant; each callback keeps its own target
import tensorflow as tf

STOP_TEXT = "Target accuracy of {} reached in epoch {}: training is stopped."


def accuracy_is_enough(logs, target):
    if logs is None:
        return False
    if "accuracy" not in logs.keys():
        return False
    if logs["accuracy"] < target:
        return False
    return True


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.target_share = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        enough = accuracy_is_enough(logs, self.target_share)
        if enough:
            text = STOP_TEXT.format(self.target_share, epoch + 1)
            print(text)
            self.model.stop_training = True
