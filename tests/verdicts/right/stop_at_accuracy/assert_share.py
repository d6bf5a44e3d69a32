# verdict: full
# why: type hints and an assertion that the target is a share from 0 to 1, as the prompt says it is
from typing import Optional

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Early stopping on training accuracy.

    Attributes:
        target: share from 0 to 1; reaching it ends the training.
    """

    def __init__(self, target: float):
        super().__init__()
        assert 0 <= target <= 1, f"target is a share from 0 to 1, not {target}"
        self.target: float = float(target)

    def _reached(self, logs: Optional[dict]) -> bool:
        if logs is None:
            return False
        accuracy = logs.get("accuracy")
        return accuracy is not None and accuracy >= self.target

    def on_epoch_end(self, epoch: int, logs: Optional[dict] = None) -> None:
        if self._reached(logs):
            print(f"Target of {self.target:.0%} reached in epoch {epoch + 1}: training stopped.")
            self.model.stop_training = True
