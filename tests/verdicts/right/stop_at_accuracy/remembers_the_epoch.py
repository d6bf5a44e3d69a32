# verdict: full
# why: notes the epoch where it stopped and forgets it at the start of the next training, so that one callback serves several
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
        super().on_epoch_end(epoch, logs)
        accuracy = dict(logs or ()).get("accuracy")
        if accuracy is None or not accuracy >= self.target:
            return
        self.stopped_epoch = epoch
        self.model.stop_training = True
        print("Stopped after epoch {} with accuracy {:.3f}".format(epoch + 1, accuracy))


# %%
# with a target of 0 it has to stop after one epoch
print(StopAtAccuracy(0.0).target)
