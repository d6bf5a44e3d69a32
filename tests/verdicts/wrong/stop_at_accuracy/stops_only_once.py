# verdict: less
# breaks: "One callback may serve several trainings": after its first stop it never stops another training
# keeps: the first training; several callbacks; None and missing accuracy
# why: a flag against a second message, which is never taken back
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.stopped = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if self.stopped:
            return  # said so already
        if logs and "accuracy" in logs and logs["accuracy"] >= self.target:
            self.stopped = True
            self.model.stop_training = True
            print("Stopped after epoch", epoch + 1)
