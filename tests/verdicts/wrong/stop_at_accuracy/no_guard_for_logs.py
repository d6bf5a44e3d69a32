# verdict: less
# fails: survives_missing
# passes: stops_above, stops_at, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "Where logs is None, or has no accuracy ... the training goes on": it raises TypeError or KeyError there
# keeps: with accuracy in logs it stops at the right epoch with a message, and goes on otherwise
# why: forgot the special cases
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        current = logs["accuracy"]
        if current >= self.target:
            message = "Epoch " + str(epoch + 1) + " has accuracy " + str(round(current, 3))
            message = message + ", training stops here"
            print(message)
            self.model.stop_training = True
