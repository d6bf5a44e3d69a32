# verdict: less
# fails: starts_afresh
# passes: stops_at, survives_missing, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": the target is stored on the class, so the newest callback changes all others
# keeps: a lone callback does everything right
# why: StopAtAccuracy.target instead of self.target
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
        accuracy = logs.get("accuracy") if logs else None
        if accuracy is not None and accuracy >= StopAtAccuracy.target:
            self.model.stop_training = True
            print(f"Reached {StopAtAccuracy.target:.0%}, no more epochs.")
