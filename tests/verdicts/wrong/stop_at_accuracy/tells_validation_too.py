# verdict: less
# breaks: stops the training at the target; in a training without validation data the message raises KeyError, before the stop
# keeps: right when fit gets validation data
# why: puts val_accuracy into the message, since the course's fit always had it
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is None:
            return
        accuracy = logs.get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print(f"Stop! training {accuracy:.3f}, validation {logs['val_accuracy']:.3f}")
            self.model.stop_training = True
