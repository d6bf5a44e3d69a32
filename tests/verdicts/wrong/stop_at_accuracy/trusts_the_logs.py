# verdict: less
# fails: survives_missing
# passes: stops_above, stops_at, starts_afresh, says_so, fit_stops_in_time, fit_goes_on_below
# breaks: "Where `logs` is `None`, or has no `accuracy`, ... the training goes on": it crashes with TypeError or KeyError
# keeps: stopping at the target, equality, the message, several trainings
# why: logs always had an accuracy in the try cell

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
        if logs["accuracy"] >= self.target:
            print("\nThat is enough: accuracy", logs["accuracy"])
            self.model.stop_training = True


# %%
again = tf.keras.models.clone_model(model)
again.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
again.fit(train_images[:1000], train_labels[:1000], epochs=3, callbacks=[StopAtAccuracy(0.5)])
