# verdict: less
# breaks: "one training may have several callbacks with other targets", each of which stops when its own is reached: pop takes the accuracy out of the dictionary they share, so later callbacks (and the history) never see it
# keeps: a single callback stops correctly and prints; None and missing accuracy
# why: pop with a default looked like get
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        accuracy = logs.pop("accuracy", None)
        if accuracy is not None and accuracy >= self.target:
            print(f"Epoch {epoch + 1} has accuracy {accuracy:.4f}: enough.")
            self.model.stop_training = True
