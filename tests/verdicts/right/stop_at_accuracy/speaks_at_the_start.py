# verdict: full
# why: does not call super().__init__ and prints another message when training begins; the prompt only forbids the stop's message after other epochs
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        self._goal = target

    def on_train_begin(self, logs=None):
        print("Here we go!")

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self._goal:
            print(f"\nEpoch {epoch + 1}: accuracy {logs['accuracy']:.1%}, training stops.")
            self.model.stop_training = True
