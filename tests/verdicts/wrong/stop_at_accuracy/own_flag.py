# verdict: less
# fails: stops_above, stops_at, fit_stops_in_time
# passes: never_stops_below, survives_missing, fit_goes_on_below
# breaks: "it stops the training": sets stop_training on the callback and not on self.model, so Keras trains on (and the message comes after each later epoch)
# keeps: the decision itself and the message at the first epoch; nothing happens with missing logs
# why: read "as soon as the network's attribute stop_training is True" and dropped the word network
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.stop_training = False

    def on_epoch_end(self, epoch, logs=None):
        if logs and "accuracy" in logs and logs["accuracy"] >= self.target:
            print("Accuracy reached the target in epoch", epoch + 1, "- training stops.")
            self.stop_training = True
