# verdict: full
# why: a one-liner with minus infinity for a missing accuracy, which no target can be below
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.t = target

    def on_epoch_end(self, epoch, logs=None):
        if (a := (logs or {}).get("accuracy", float("-inf"))) >= self.t:
            self.model.stop_training = not print(f"stop: {a:.4f} >= {self.t}")
