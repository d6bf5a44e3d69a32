# verdict: full
# why: the usual idiom `logs = logs or {}` and a plain comparison; a base line
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        accuracy = logs.get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print(f"\nReached {self.target:.0%} accuracy, so stopping the training.")
            self.model.stop_training = True
