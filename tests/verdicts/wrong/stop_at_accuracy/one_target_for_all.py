# verdict: less
# fails: starts_afresh
# passes: stops_at, survives_missing, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": the target is a global, so the last callback made decides for all
# keeps: everything as long as there is only one callback
# why: set a global in __init__, like the settings of the cells above

# %%
import tensorflow as tf

TARGET = 0.85

# %%
class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        global TARGET
        super().__init__()
        TARGET = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        accuracy = (logs or {}).get("accuracy")
        if accuracy is not None and accuracy >= TARGET:
            print(f"Accuracy {TARGET} reached, training stops")
            self.model.stop_training = True


# %%
StopAtAccuracy(0.9), TARGET
