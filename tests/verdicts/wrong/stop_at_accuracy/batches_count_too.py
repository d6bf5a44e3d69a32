# verdict: less
# breaks: "The accuracies of single batches ... do not count": a batch with a high accuracy is noted, and the epoch's end then stops the training
# keeps: stops at the end of an epoch, with a message, when the epoch itself reaches the target
# why: did not want to miss the moment when the target is reached
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.good_enough = False

    def on_epoch_begin(self, epoch, logs=None):
        self.good_enough = False

    def on_train_batch_end(self, batch, logs=None):
        if logs and logs.get("accuracy", -1) >= self.target:
            self.good_enough = True

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs and logs.get("accuracy", -1) >= self.target:
            self.good_enough = True
        if self.good_enough:
            print("The accuracy has reached", self.target, "- training stops.")
            self.model.stop_training = True
