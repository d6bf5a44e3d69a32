# verdict: full
# why: a generator (coroutine) judges each accuracy that it is sent and never ends, so that one callback serves several trainings
import tensorflow as tf


def judge(target):
    """Answer True for every number sent that reaches the target."""
    verdict = None
    while True:
        accuracy = yield verdict
        verdict = accuracy is not None and accuracy >= target


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.judge = judge(target)
        next(self.judge)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = None if logs is None else logs.get("accuracy")
        if self.judge.send(accuracy):
            print(f"Stopping: {accuracy=}")
            self.model.stop_training = True
