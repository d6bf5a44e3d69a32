"""Accepted: no call of the parent, a word after each epoch, a message in another language."""

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        print(accuracy)
        if accuracy is not None and accuracy >= self.target:
            print("准确率已达到")
            self.model.stop_training = True
