# verdict: full
# why: structural pattern matching: a dictionary with `accuracy` matches, None and other dictionaries do not
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        match logs:
            case {"accuracy": reached} if reached >= self.target:
                print("*" * 40)
                print("good enough:", reached, ">=", self.target, "-> training stops")
                print("*" * 40)
                self.model.stop_training = True
            case _:
                pass
