# verdict: less
# fails: never_stops_below
# passes: stops_above, stops_at, survives_missing
# breaks: "The accuracies of single batches ... do not count": on_train_batch_end stops the training in the middle of an epoch
# keeps: on_epoch_end itself, called alone, is right
# why: wanted to stop as soon as possible
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def _check(self, logs):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print("Target reached, stopping the training")
            self.model.stop_training = True

    def on_train_batch_end(self, batch, logs=None):
        self._check(logs)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        self._check(logs)
