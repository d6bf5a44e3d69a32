# verdict: full
# why: says which learning rate was in use
import tensorflow as tf

class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = logs.get("accuracy") if logs else None
        if accuracy is not None and accuracy >= self.target:
            rate = float(self.model.optimizer.learning_rate)
            print(f"Epoch {epoch + 1}: accuracy {accuracy:.3f} with learning rate {rate}, stop.")
            self.model.stop_training = True
