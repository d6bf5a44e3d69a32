# verdict: full
# why: the target lives in a closure made by __init__ (no attribute called target), with early returns; behaves just as asked
import tensorflow as tf


def reaches(goal):
    def test(logs):
        if logs is None:
            return False
        if "accuracy" not in logs:
            return False
        return logs["accuracy"] >= goal

    return test


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self._good_enough = reaches(target)
        self._text = "Target of {:.1%} reached, training stops.".format(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not self._good_enough(logs):
            return
        setattr(self.model, "stop_training", True)
        print(self._text, end="\n\n", flush=True)
