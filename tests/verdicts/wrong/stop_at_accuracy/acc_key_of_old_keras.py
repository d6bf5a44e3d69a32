# verdict: less
# breaks: must stop at the epoch whose `accuracy` reaches the target; asks for "acc", gets None, and the comparison raises TypeError
# keeps: remembers the target
# why: the course's callback of 2018 says logs.get('acc')
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super(StopAtAccuracy, self).__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs={}):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if(logs.get('acc')>=self.target):
            print("\nReached target accuracy so cancelling training!")
            self.model.stop_training = True
