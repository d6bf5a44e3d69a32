# verdict: less
# why: looks for the key of Keras 1
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs={}):
        if logs.get("acc") > self.target:
            print("enough")
            self.model.stop_training = True
