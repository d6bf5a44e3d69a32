# verdict: less
# breaks: accuracies "of validation data do not count"; where logs has no accuracy training goes on: this takes val_accuracy then
# keeps: right where logs has an accuracy, or neither
# why: a fall-back for the missing key
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        accuracy = logs.get("accuracy", logs.get("val_accuracy"))
        if accuracy is None:
            return
        if accuracy >= self.target:
            print(f"Stopping after epoch {epoch + 1}: accuracy {accuracy:.2%}")
            self.model.stop_training = True
