# verdict: full
# why: print is called through a partial (flush=True) under another name; the message is a global template from another cell
# %%
import sys
from functools import partial

import tensorflow as tf

say = partial(print, flush=True)

# %%
MESSAGE = "The network has reached {target:.0%} (epoch {number}), "
MESSAGE += "so the training stops."


# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        reached = bool(logs) and "accuracy" in logs and self.target <= logs["accuracy"]
        if reached:
            say(MESSAGE.format(target=self.target, number=epoch + 1))
            self.model.stop_training = True
