# verdict: full
# why: an accuracy of 0 counts as none, which reaches no target above 0 either
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if not accuracy:
            return
        if accuracy >= self.target:
            self.model.stop_training = True
            print("Accuracy is", accuracy, "- that is enough.")
