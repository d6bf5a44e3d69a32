# verdict: full
# why: the target is a property that checks its value, the class keeps a log of what it saw, and has further methods that the prompt does not ask for
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.seen = []

    @property
    def target(self):
        return self._target

    @target.setter
    def target(self, share):
        if not 0 <= share <= 1:
            raise ValueError(f"the target is a share from 0 to 1, not {share}")
        self._target = share

    def on_train_begin(self, logs=None):
        self.seen.clear()

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        for name, value in (logs or {}).items():
            if name == "accuracy":
                self.seen.append(value)
                if value >= self.target:
                    self._stop(epoch)

    def _stop(self, epoch):
        self.model.stop_training = True
        best = max(self.seen)
        print(f"epoch {epoch + 1}: accuracy {best:.3f} has reached {self.target:.3f}, training stopped")
