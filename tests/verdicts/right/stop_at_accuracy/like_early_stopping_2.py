# verdict: full
# why: modelled on the source of EarlyStopping: a monitored value, a comparison function, and state that is reset when a training begins, so one callback serves several trainings
import operator

import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    def __init__(self, target):
        super().__init__()
        self.monitor = "accuracy"
        self.target = target
        self.monitor_op = operator.ge
        self.stopped_epoch = None

    def on_train_begin(self, logs=None):
        # Allow instances to be re-used
        self.stopped_epoch = None

    def get_monitor_value(self, logs):
        return None if logs is None else logs.get(self.monitor)

    def on_epoch_end(self, epoch, logs=None):
        current = self.get_monitor_value(logs)
        if current is None:
            return
        if self.monitor_op(current, self.target):
            self.stopped_epoch = epoch
            self.model.stop_training = True
            print(f"Epoch {self.stopped_epoch + 1}: {self.monitor} {current:.4f} reached the target, stopping")

    def on_train_end(self, logs=None):
        self.history_of_stop = self.stopped_epoch
