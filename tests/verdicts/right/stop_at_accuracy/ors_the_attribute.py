# verdict: full
# why: assigns stop_training after every epoch, but to "stopped already, or reached": a stop by another callback stays, and it keeps a record that decides nothing
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = float(target)
        self.record = []  # all accuracies of all trainings, for a plot

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        reached = accuracy is not None and bool(accuracy >= self.target)
        self.record.append(accuracy)
        self.model.stop_training = self.model.stop_training or reached
        if reached:
            print(f"accuracy {accuracy} >= {self.target} in epoch {epoch}: stop")
