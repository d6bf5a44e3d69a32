# verdict: full
# why: keeps a record of where it stopped, one entry a training, reset in on_train_begin; the decision itself uses only this epoch's logs
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.stopped_epoch = None

    def on_train_begin(self, logs=None):
        self.stopped_epoch = None

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = {} if logs is None else logs
        accuracy = logs.get("accuracy")
        if accuracy is None:
            return
        if accuracy >= self.target:
            self.stopped_epoch = epoch
            self.model.stop_training = True
            print(
                "\nThe training accuracy is", round(float(accuracy), 4),
                "and the target was", self.target, "- stopping.",
            )


# %%
halfway = StopAtAccuracy(0.5)
print(halfway.target)
