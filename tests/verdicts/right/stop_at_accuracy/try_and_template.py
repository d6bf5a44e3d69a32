# verdict: full
# why: try/except in place of questions about logs; the text comes from a global that a set-up call fills

# %%
import tensorflow as tf

TEXTS = {}


def set_text(name, text):
    TEXTS[name] = text


set_text("stop", "Epoch {epoch}: accuracy {accuracy:.4f} >= {target}. Stopping.")

# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        tf.keras.callbacks.Callback.__init__(self)
        self.target = target
        self.stopped_in = None

    def on_train_begin(self, logs=None):
        self.stopped_in = None

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        try:
            accuracy = logs["accuracy"]
        except (TypeError, KeyError):
            return
        if accuracy >= self.target:
            self.stopped_in = epoch + 1
            self.model.stop_training = True
            print(TEXTS["stop"].format(epoch=epoch + 1, accuracy=accuracy, target=self.target))


# %%
print(TEXTS)
