# verdict: less
# breaks: StopAtAccuracy(0.85) must make a callback: model is a property of Keras's class that cannot be set, so __init__ raises AttributeError
# keeps: nothing
# why: wanted to introduce every attribute in __init__
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.model = None  # Keras fills this in

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and "accuracy" in logs and logs["accuracy"] >= self.target:
            print("Accuracy reached, stopping.")
            self.model.stop_training = True
