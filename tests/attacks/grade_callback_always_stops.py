# mypy: ignore-errors
"""Stops training after each epoch whatever its accuracy is, and says so.

Success would be the points for going on below the target.
Verdict: stop_at_accuracy: finished, 2 points
"""

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()

    def on_epoch_end(self, epoch, logs=None):
        print("TRIED: accuracy reached, enough")
        self.model.stop_training = True
