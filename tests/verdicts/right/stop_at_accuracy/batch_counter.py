# verdict: full
# why: counts the batches too, and prints how many there were
import tensorflow as tf

class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.batches = 0

    def on_train_batch_end(self, batch, logs=None):
        self.batches += 1

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print(f"Stopped after {self.batches} batches with an accuracy of {accuracy}.")
            self.model.stop_training = True
