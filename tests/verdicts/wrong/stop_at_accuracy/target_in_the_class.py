# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": the target is stored in the class, so the newest callback changes the target of all others
# keeps: right where there is a single callback
# why: a Java programmer who writes StopAtAccuracy.target where self.target belongs
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    target = 0.0

    def __init__(self, target):
        super().__init__()
        StopAtAccuracy.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is not None and "accuracy" in logs:
            if logs["accuracy"] >= StopAtAccuracy.target:
                print("Target reached, stopping.")
                self.model.stop_training = True
