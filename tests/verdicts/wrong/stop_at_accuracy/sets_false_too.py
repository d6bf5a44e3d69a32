# verdict: less
# breaks: "one training may have several callbacks with other targets: none of them undoes the stop of another"
# keeps: stops and prints at the right epoch when it is alone, equal is enough, logs None
# why: the comparison is True or False already, so assigned it directly

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
        if logs is None or "accuracy" not in logs:
            return
        self.model.stop_training = bool(logs["accuracy"] >= self.target)
        if self.model.stop_training:
            print("\nTarget reached, stopping.")
