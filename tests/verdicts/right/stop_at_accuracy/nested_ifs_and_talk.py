# verdict: full
# why: nested ifs and a different line printed after other epochs; only "that message", the one about stopping, must not appear then
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None:
            if "accuracy" in logs:
                accuracy = logs["accuracy"]
                if accuracy >= self.target:
                    print()
                    print("The accuracy has reached the target, so I stop the training now!")
                    self.model.stop_training = True
                else:
                    print(" - still learning")
