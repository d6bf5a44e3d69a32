# verdict: full
# why: a generator that is sent each epoch's logs gives the verdicts; it holds no state that could spoil a second training
import tensorflow as tf


def judge(target):
    verdict = None
    while True:
        logs = yield verdict
        verdict = bool(logs) and "accuracy" in logs and bool(logs["accuracy"] >= target)


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.judge = judge(target)
        next(self.judge)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.judge.send(logs):
            print(f"Judge: epoch {epoch} (from 0) was the last one.")
            self.model.stop_training = True
