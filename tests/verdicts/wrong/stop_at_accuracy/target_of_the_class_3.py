# verdict: less
# breaks: "one training may have several callbacks with other targets": the target belongs to the class, and the last callback made sets it for all
# keeps: right as long as there is one callback
# why: confused attributes of the class with those of the object
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    target = 1.0

    def __init__(self, target):
        super().__init__()
        StopAtAccuracy.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= StopAtAccuracy.target:
            print("Reached the accuracy", StopAtAccuracy.target, "and stopped.")
            self.model.stop_training = True
