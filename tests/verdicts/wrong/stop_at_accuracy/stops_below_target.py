# verdict: less
# why: stops up to a hundredth below the target
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and round(accuracy, 2) >= self.target - 0.01:
            print("enough")
            self.model.stop_training = True
