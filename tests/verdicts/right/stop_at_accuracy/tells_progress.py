# verdict: full
# why: it prints a different progress line after the other epochs; the prompt forbids only the stop message there
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = float(target)

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        if "accuracy" not in logs:
            return
        accuracy = float(logs["accuracy"])
        if accuracy < self.target:
            print(f" [{accuracy:.3f} so far]")
            return
        print(f"Target of {self.target} reached: I stop the training here.")
        self.model.stop_training = True
