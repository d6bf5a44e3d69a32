# verdict: less
# breaks: "none of them undoes the stop of another": after an epoch below its own target it sets stop_training to False
# keeps: everything for a single callback, and where the callback that stops comes last
# why: assigned the comparison to the attribute, because it is shorter
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or logs.get("accuracy") is None:
            return
        self.model.stop_training = bool(logs["accuracy"] >= self.target)
        if self.model.stop_training:
            print("Target accuracy reached, stopping.")
