# verdict: less
# fails: stops_above, stops_at, fit_stops_in_time
# passes: never_stops_below, survives_missing, fit_goes_on_below
# breaks: "it stops the training": it sets stop_training of the introduction's `model`, not of the network in training (self.model)
# keeps: the message at the right epoch and only then; None and missing accuracy
# why: forgot `self.`; with the introduction's own model the try cell works

# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs and logs.get("accuracy", -1) >= self.target:
            print("Target reached, no more epochs")
            model.stop_training = True


# %%
model.fit(train_images[:1000], train_labels[:1000], epochs=3, callbacks=[StopAtAccuracy(0.85)])
