# verdict: less
# fails: stops_above, never_stops_below, stops_at, survives_missing, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "StopAtAccuracy(0.85) makes a callback": `self.model = None` raises AttributeError in Keras 3, where model is a property that cannot be set
# keeps: nothing: no callback can be made
# why: declares every attribute in the constructor, as he learned in Java
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.model = None
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        if logs is None:
            return
        accuracy = logs.get("accuracy")
        if accuracy is None:
            return
        if accuracy >= self.target:
            print("stopping at accuracy", accuracy)
            self.model.stop_training = True
