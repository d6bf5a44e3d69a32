# verdict: full
# why: try/except in place of checks, for None (TypeError) and a missing key (KeyError)
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        try:
            accuracy = logs["accuracy"]
        except (KeyError, TypeError):
            return
        if accuracy < self.target:
            return
        self.model.stop_training = True
        print("Accuracy of", accuracy, "reaches the target", self.target, "- stopping.")
