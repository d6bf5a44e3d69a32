"""Accepted: a clock, the learning rate, the history, parameters, saved weights, an evaluation."""

import time

import numpy as np
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_train_begin(self, logs=None):
        self.began = time.time()

    def on_epoch_begin(self, epoch, logs=None):
        print("epoch", epoch + 1, "of", self.params["epochs"], "in", self.params["steps"], "steps")

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is None or accuracy < self.target:
            return
        so_far = self.model.history.history.get("accuracy", [])
        rate = float(self.model.optimizer.learning_rate.numpy())
        loss, share = self.model.evaluate(np.zeros((4, 28, 28)), np.zeros(4), verbose=0)
        self.model.save_weights("best.weights.h5")
        print(f"Stopped after {time.time() - self.began:.1f} s, accuracies before: {so_far},")
        print(f"learning rate {rate}, {self.model.count_params()} parameters, {loss}, {share}.")
        self.model.stop_training = True
