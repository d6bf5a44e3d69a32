# verdict: full
# why: the decision is made by a dataclass of its own, of which each callback holds one

# %%
from dataclasses import dataclass

import tensorflow as tf


@dataclass(frozen=True)
class Goal:
    target: float
    series: str = "accuracy"

    def reached_in(self, logs):
        return self.series in logs and logs[self.series] >= self.target


assert Goal(0.5).reached_in({"accuracy": 0.5})
assert not Goal(0.5).reached_in({"val_accuracy": 0.9})

# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.goal = Goal(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.goal.reached_in(logs or {}):
            self.model.stop_training = True
            print("Stopped: training accuracy has reached", self.goal.target)
