# verdict: full
# why: also remembers in which epochs it stopped and collects accuracies for itself, which changes nothing; the decision looks at the epoch's own accuracy alone
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.stopped_epochs = []
        self.accuracies = []

    def on_train_begin(self, logs=None):
        self.accuracies = []

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        if "accuracy" not in logs:
            return
        self.accuracies.append(logs["accuracy"])
        if self.accuracies[-1] < self.target:
            return
        self.stopped_epochs.append(epoch)
        self.model.stop_training = True
        print(f"Training ends after {epoch + 1} epochs with accuracy {self.accuracies[-1]:.4f}")
