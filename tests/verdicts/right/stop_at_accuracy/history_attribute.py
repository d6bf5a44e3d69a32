# verdict: full
# why: prints the accuracies so far, from the model's own history
import tensorflow as tf

class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            so_far = self.model.history.history.get("accuracy", [])
            print("stop; accuracies so far:", so_far)
            self.model.stop_training = True
