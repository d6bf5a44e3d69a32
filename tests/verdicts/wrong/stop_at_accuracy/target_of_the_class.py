# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": the target is kept on the class, so the newest callback changes the target of all others
# keeps: a single callback works: stops, prints, equal is enough, logs None or without accuracy, several trainings
# why: stores the target in a class attribute
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    target = 1.0

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        StopAtAccuracy.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= StopAtAccuracy.target:
            print("The target is reached, I stop the training.")
            self.model.stop_training = True
