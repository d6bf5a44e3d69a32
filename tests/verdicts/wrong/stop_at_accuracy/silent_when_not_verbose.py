# verdict: less
# breaks: "it stops the training and says so in a message, with print": with verbose=0 there is no message
# keeps: stops rightly; the message appears with verbose 1 or 2
# why: did as Keras' own callbacks do
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = None if logs is None else logs.get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            self.model.stop_training = True
            if self.params and self.params.get("verbose"):
                print(f"Epoch {epoch + 1}: accuracy {accuracy:.4f}, training stops.")
