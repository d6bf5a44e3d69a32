# verdict: full
# why: the decision is a LambdaCallback made in __init__, to which on_epoch_end delegates; Keras itself still sees one callback
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()

        def finish(epoch, logs):
            accuracy = dict(logs or {}).get("accuracy", float("-inf"))
            if accuracy >= target:
                self.model.stop_training = True
                print("stopping after epoch", epoch + 1, "with accuracy", accuracy)

        self.inner = tf.keras.callbacks.LambdaCallback(on_epoch_end=finish)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        self.inner.on_epoch_end(epoch, logs)
