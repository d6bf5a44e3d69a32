# verdict: full
# why: the comparison stands in a helper module that %%writefile writes; the class itself only uses it
# %%
%%writefile accuracy_helpers.py
def accuracy_reaches(logs, target):
    """True if there is an accuracy in logs and it is at least the target."""
    if not logs or logs.get("accuracy") is None:
        return False
    return bool(logs["accuracy"] >= target)

# %%
import accuracy_helpers
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if accuracy_helpers.accuracy_reaches(logs, self.target):
            print(f"Stop: accuracy is at least {self.target}")
            self.model.stop_training = True
