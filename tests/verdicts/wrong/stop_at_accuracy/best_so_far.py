# verdict: less
# breaks: "One callback may serve several trainings": the best accuracy of the first training stays, and stops the second after its first epoch
# keeps: right in the first training
# why: compares the best accuracy so far, which nothing resets
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.best = -1.0

    def on_epoch_end(self, epoch, logs=None):
        if not logs or "accuracy" not in logs:
            return
        self.best = max(self.best, logs["accuracy"])
        if self.best >= self.target:
            print("Good enough! Training stops after epoch", epoch + 1)
            self.model.stop_training = True
