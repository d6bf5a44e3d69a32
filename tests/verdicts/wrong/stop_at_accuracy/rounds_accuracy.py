# verdict: less
# breaks: "At the **end of the first epoch** whose `accuracy` **reaches** the target (equal is enough)": 0.846 is rounded to 0.85 and stops although it is below the target 0.85.
# keeps: everything where accuracy and target differ by more than 0.005; missing logs; several trainings and callbacks
# why: the student rounds to two places because a share is written with two
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or "accuracy" not in logs:
            return
        accuracy = round(float(logs["accuracy"]), 2)
        if accuracy >= self.target:
            print("Target reached in epoch", epoch + 1, "- accuracy", accuracy)
            self.model.stop_training = True
