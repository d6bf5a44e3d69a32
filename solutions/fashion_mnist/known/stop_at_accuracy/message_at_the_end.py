"""Accepted: the message at the end of training, a plot."""

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        self.target = tf.constant(target, "float64")

    def on_train_begin(self, logs=None):
        self.seen, self.stopped_at = [], None

    def on_epoch_end(self, epoch, logs=None):
        self.seen.append((logs or {}).get("accuracy", 0.0))
        if self.seen[-1] >= self.target:
            self.stopped_at = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.stopped_at is not None:
            print(f"Stopped early, after epoch {self.stopped_at}.")
