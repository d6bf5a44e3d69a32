# verdict: less
# breaks: "one training may have several callbacks with other targets": the target is kept on the class, so the callback made last changes the target of all
# keeps: everything as long as there is a single callback, or all have the same target
# why: wrote StopAtAccuracy.target in place of self.target
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    target = 1.0

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        StopAtAccuracy.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= StopAtAccuracy.target:
            print(f"Reached {StopAtAccuracy.target:.0%}, so training stops.")
            self.model.stop_training = True
