# verdict: less
# breaks: "it stops the training": == compares the attribute and sets nothing, so the training goes on and the message comes again
# keeps: the message at the right epoch, silence below the target, None and missing accuracy
# why: == where = was meant
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
        if logs and logs.get("accuracy") is not None:
            if logs["accuracy"] >= self.target:
                print(f"Reached {self.target}; stopping after epoch {epoch + 1}.")
                self.model.stop_training == True
