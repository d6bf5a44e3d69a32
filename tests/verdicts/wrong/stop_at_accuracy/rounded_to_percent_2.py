# verdict: less
# breaks: stops at an epoch whose accuracy reaches the target: 0.846 is rounded to 0.85 and stops a target of 0.85
# keeps: right when the accuracy is not within half a percent below the target
# why: compares the number that it shows
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is None or logs.get("accuracy") is None:
            return
        accuracy = round(logs["accuracy"], 2)
        if accuracy >= self.target:
            print("Accuracy", accuracy, "reached, so training stops.")
            self.model.stop_training = True
