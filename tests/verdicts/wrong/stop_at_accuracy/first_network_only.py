# verdict: less
# breaks: "One callback may serve several trainings": it remembers the network of the first one and stops that, while the second trains on
# keeps: right in the first training
# why: stored self.model at the first beginning of training
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.network = None

    def on_epoch_end(self, epoch, logs=None):
        if self.network is None:
            self.network = self.model
        if logs is not None and "accuracy" in logs and logs["accuracy"] >= self.target:
            self.network.stop_training = True
            print(f"Stop: accuracy {logs['accuracy']:.3f} after epoch {epoch + 1}")
