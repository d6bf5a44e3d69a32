# verdict: less
# breaks: "first epoch whose accuracy **reaches** the target": compares whole percents, so 0.871 already counts as reaching 0.879
# keeps: None and missing accuracy; targets of whole percents, nearly always; several trainings and callbacks
# why: turned both into percentages with int to have nice numbers
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.percent = int(target * 100)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and "accuracy" in logs:
            reached = int(logs["accuracy"] * 100)
            if reached >= self.percent:
                print(f"{reached} % accuracy: that will do, training stops")
                self.model.stop_training = True
