# verdict: less
# fails: starts_afresh
# passes: stops_above, never_stops_below, stops_at, survives_missing, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "One callback may serve several trainings": after it has stopped one training, it never stops another
# keeps: right in its first training
# why: took "the first epoch" for something that happens once in the life of the callback
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target
        self.done = False

    def on_epoch_end(self, epoch, logs=None):
        if self.done:
            return
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= self.target:
            self.done = True
            print("First epoch with accuracy", accuracy, "- stopping")
            self.model.stop_training = True
