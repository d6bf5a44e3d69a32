# verdict: less
# breaks: "One callback may serve several trainings": once it has stopped one, it never stops another
# keeps: the first training; equal is enough; None and missing accuracy; other callbacks' stops
# why: a flag "done" so that the message comes only once, never reset
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.done = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is None or self.done:
            return
        if accuracy >= self.target:
            self.done = True
            self.model.stop_training = True
            print("Target reached after epoch", epoch + 1)
