# verdict: full
# why: __init__ keeps a closure that knows the target and a lambda for the message, no attribute called target

# %%
import tensorflow as tf


def at_least(target):
    """A test that knows its target."""

    def test(value):
        return value is not None and value >= target

    return test


# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.good_enough = at_least(target)
        self.message = lambda epoch: f"Accuracy {target} reached after {epoch + 1} epochs, stop."

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is not None and self.good_enough(logs.get("accuracy")):
            print(self.message(epoch))
            self.model.stop_training = True


# %%
first, second = StopAtAccuracy(0.5), StopAtAccuracy(0.9)
print(first.good_enough(0.7), second.good_enough(0.7))
