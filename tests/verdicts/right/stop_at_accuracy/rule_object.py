# verdict: full
# why: the decision is a callable rule object with keyword-only settings; the target is a read-only property on top of it
import tensorflow as tf


class AtLeast:
    def __init__(self, *, share, name="accuracy"):
        self.share, self.name = share, name

    def __call__(self, logs: dict | None) -> bool:
        return bool(logs is not None and self.name in logs and logs[self.name] >= self.share)


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.rule = AtLeast(share=target)

    @property
    def target(self):
        return self.rule.share

    def on_train_end(self, logs=None):
        """Nothing to tidy up: the rule has no memory."""

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not self.rule(logs):
            return
        network = self.model
        network.stop_training = True
        print(f"[StopAtAccuracy {self.target}] epoch {epoch + 1}: {logs['accuracy']}")
