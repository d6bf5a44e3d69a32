# verdict: less
# breaks: "One callback may serve several trainings": compares the best accuracy ever seen, so after one success every other training ends after its first epoch
# keeps: the first training with a callback
# why: keeps the best accuracy as EarlyStopping does, without a fresh start in on_train_begin
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.best = 0.0

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = logs or {}
        accuracy = logs.get("accuracy")
        if accuracy is None:
            return
        self.best = max(self.best, accuracy)
        if self.best >= self.target:
            print("Stopped: accuracy", round(self.best, 3), "in epoch", epoch + 1)
            self.model.stop_training = True
