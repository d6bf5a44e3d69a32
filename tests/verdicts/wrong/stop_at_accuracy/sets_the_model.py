# verdict: less
# fails: stops_above, never_stops_below, stops_at, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "`StopAtAccuracy(0.85)` makes a callback": __init__ assigns self.model, a property without setter, so it raises AttributeError
# keeps: nothing, no callback can be made
# why: declared every attribute in __init__, as one does
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.model = None
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and logs.get("accuracy", -1.0) >= self.target:
            print("Accuracy target reached, training ends")
            self.model.stop_training = True
