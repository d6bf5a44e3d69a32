# verdict: less
# breaks: "none of them undoes the stop of another": stop_training is set to False whenever this target is not reached
# keeps: stops at its own target with a message; None and missing accuracy; several trainings
# why: assigns the comparison directly
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs and "accuracy" in logs:
            self.model.stop_training = logs["accuracy"] >= self.target
            if self.model.stop_training:
                print(f"Reached {self.target:.0%}, stopping.")
