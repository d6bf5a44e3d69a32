# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": it assigns False when its own target is not reached, and so undoes the stop of a callback with a lower target in the same training
# keeps: right alone: the epoch, equality, missing logs, the message
# why: assigned the comparison itself, because it is shorter than an if
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        accuracy = (logs or {}).get("accuracy", -1.0)
        self.model.stop_training = bool(accuracy >= self.target)
        if self.model.stop_training:
            print(f"accuracy {accuracy:.3f} is enough, stop")
