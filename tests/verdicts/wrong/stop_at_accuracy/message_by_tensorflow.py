# verdict: less
# breaks: "says so in a message, with print": tf.print writes to the error stream
# keeps: stops rightly
# why: used TensorFlow's print in TensorFlow's callback
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            tf.print("Reached the target accuracy of", self.target, "- training stops")
            self.model.stop_training = True
