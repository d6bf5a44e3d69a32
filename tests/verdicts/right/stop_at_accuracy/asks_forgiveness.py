# verdict: full
# why: lets the missing logs raise and catches it; the base class is not initialised, which Keras does not need here
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        self.wanted = target

    def on_epoch_end(self, epoch, logs=None):
        try:
            seen = logs["accuracy"]
        except (TypeError, KeyError):
            return  # nothing to decide
        if seen < self.wanted:
            return
        self.model.stop_training = True
        print("Epoch", epoch + 1, "has accuracy", seen, "- that is enough")
