# verdict: full
# why: keeps the accuracies of the current training in a list that on_train_begin and __init__ empty; it looks only at this epoch's
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.seen = []

    def on_train_begin(self, logs=None):
        self.seen.clear()

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or (accuracy := logs.get("accuracy")) is None:
            return
        self.seen.append(float(accuracy))
        if self.seen[-1] >= self.target:
            print("accuracies so far:", *(f"{a:.3f}" for a in self.seen), "- target reached, stop")
            self.model.stop_training = True
