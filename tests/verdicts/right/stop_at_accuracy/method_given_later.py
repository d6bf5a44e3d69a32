# verdict: full
# why: the class is written without its method's body; a later cell puts a function in its place (the method is the one of the class when training starts)
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
        raise NotImplementedError


# %% [markdown]
"""
First the remembering, now the stopping. I can add it to the class without writing the class again:
"""

# %%
def stop_when_reached(self, epoch, logs=None):
    accuracy = (logs or {}).get("accuracy", float("-inf"))
    if accuracy >= self.target:
        self.model.stop_training = True
        print("Stopped in epoch", epoch + 1, "at", accuracy)


StopAtAccuracy.on_epoch_end = stop_when_reached
