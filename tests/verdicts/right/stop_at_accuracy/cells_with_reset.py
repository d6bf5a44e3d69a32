# verdict: full
# why: notes the epoch in which it stopped and forgets it when the next training begins, so one callback serves several; tried on a tiny model in a second cell
# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.stopped_epoch = None

    def on_train_begin(self, logs=None):
        self.stopped_epoch = None

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        acc = (logs or {}).get("accuracy")
        if acc is not None and acc >= self.target:
            self.stopped_epoch = epoch + 1
            self.model.stop_training = True
            print("accuracy", round(float(acc), 3), "reached in epoch", self.stopped_epoch)


# %%
stopper = StopAtAccuracy(0.3)
small = tf.keras.Sequential(
    [tf.keras.layers.Flatten(), tf.keras.layers.Dense(10, activation="softmax")]
)
small.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
small.fit(train_images[:300], train_labels[:300], epochs=4, callbacks=[stopper], verbose=0)
print(stopper.stopped_epoch)
