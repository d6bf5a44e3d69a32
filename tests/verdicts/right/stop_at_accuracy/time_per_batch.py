# verdict: full
# why: measures how long a batch takes; on_batch_begin and on_batch_end are the older names
import time
import tensorflow as tf

class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.times = []

    def on_batch_begin(self, batch, logs=None):
        self.start = time.time()

    def on_batch_end(self, batch, logs=None):
        self.times.append(time.time() - self.start)

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            print("reached; longest batch", max(self.times, default=0.0), "seconds")
            self.model.stop_training = True
