# verdict: less
# fails: says_so
# passes: stops_above, never_stops_below, stops_at, survives_missing, starts_afresh, fit_stops_in_time, fit_goes_on_below
# breaks: "After any other epoch ... that message does not appear": the print stands outside the if and comes after every epoch
# keeps: stops at the right epoch, equality, missing logs do not stop
# why: one level of indentation too few
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is not None and logs.get("accuracy", -1) >= self.target:
            self.model.stop_training = True
        print(f"\nReached an accuracy of {self.target}, stopping the training!")
