# verdict: full
# why: constants, private methods and camel case; the same decision in many small steps
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    _METRIC = "accuracy"
    _MESSAGE = "Target accuracy {target} reached in epoch {epoch}; training is stopped."

    def __init__(self, target):
        super(StopAtAccuracy, self).__init__()
        self._target = float(target)

    def getTarget(self):
        return self._target

    def on_epoch_end(self, epoch, logs=None):
        if not self._hasAccuracy(logs):
            return None
        if self._isReached(logs[self._METRIC]):
            self._stop()
            self._announce(epoch)
        return None

    def _hasAccuracy(self, logs):
        return logs is not None and self._METRIC in logs

    def _isReached(self, value):
        return not (value < self._target)

    def _stop(self):
        self.model.stop_training = True

    def _announce(self, epoch):
        print(self._MESSAGE.format(target=self.getTarget(), epoch=epoch + 1))
