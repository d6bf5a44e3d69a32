# verdict: less
# breaks: stops at the target in a training: fit replaces self.params by its own dictionary, and the comparison crashes
# keeps: nothing in a training; works only when on_epoch_end is called by hand
# why: stored the target under a name that Keras uses itself
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.params = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.params:
            self.model.stop_training = True
            print("Stopped, the accuracy is", logs["accuracy"])
