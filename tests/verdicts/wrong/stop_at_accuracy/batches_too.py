# verdict: less
# fails: never_stops_below
# passes: stops_above, stops_at, survives_missing
# breaks: "The accuracies of single batches ... do not count": it also looks after each batch, and may stop in the middle of an epoch
# keeps: the decision at the end of an epoch, equality, missing logs, the message
# why: wanted to save even more time by not waiting for the epoch to end
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def check(self, logs):
        if logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            print("reached the target, training stops")
            self.model.stop_training = True

    def on_train_batch_end(self, batch, logs=None):
        self.check(logs)

    def on_epoch_end(self, epoch, logs=None):
        self.check(logs)
