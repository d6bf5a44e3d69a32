# verdict: full
# why: the first version (wrong for None) is replaced by a second class of the same name in a later cell; the last one counts
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
        if logs["accuracy"] > self.target:
            self.model.stop_training = True

# %% [markdown]
"""
Forgot: no message, equal must count, and `logs` may be `None`.
"""

# %%
say = print


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        for accuracy in [value for name, value in (logs or {}).items() if name == "accuracy"]:
            if accuracy >= self.target:
                self.model.stop_training = True
                say("The network is good enough:", accuracy)
