# verdict: full
# why: the target lives in a function made in __init__, a helper method stops; nothing is remembered between trainings
# %%
import operator
from functools import partial

import tensorflow as tf


# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.message = "Enough: the training accuracy has reached %.1f %%." % (100 * target)
        self.is_reached_by = partial(operator.le, target)

    def stop_now(self):
        network = self.model
        network.stop_training = True
        print(self.message)

    def on_epoch_end(self, epoch, logs=None):
        accuracy = logs.get("accuracy") if logs else None
        if accuracy is not None and self.is_reached_by(accuracy):
            self.stop_now()
