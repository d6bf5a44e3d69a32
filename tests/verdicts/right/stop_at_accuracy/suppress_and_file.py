# verdict: full
# why: the decision is a function in a file written with %%writefile; contextlib.suppress covers logs without an accuracy
# %%
%%writefile stopping_rule.py
from operator import ge


def is_reached(logs, target):
    """Whether the epoch's accuracy is at least the target."""
    return ge(logs["accuracy"], target)

# %%
from contextlib import suppress

import tensorflow as tf

import stopping_rule as rule


# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        reached = False
        with suppress(KeyError, TypeError):
            reached = rule.is_reached(logs, self.target)
        if reached:
            self.model.stop_training = True
            print(
                "Enough!",
                f"Epoch {epoch + 1} has an accuracy of {logs['accuracy']:.4f}.",
                sep="\n",
            )
