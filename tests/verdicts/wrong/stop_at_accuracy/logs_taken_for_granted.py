# verdict: less
# breaks: "Where `logs` is `None`, or has no `accuracy` ... the training goes on"; logs["accuracy"] raises there
# keeps: with an accuracy in logs all is right: target, equality, message, other callbacks
# why: tried it only with a model that had metrics=["accuracy"]
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
        current = logs["accuracy"]
        if current >= self.target:
            self.model.stop_training = True
            print("Stopped in epoch", epoch + 1, "with accuracy", current)


# %%
tiny = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(10, "softmax")])
tiny.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
tiny.fit(train_images[:300], train_labels[:300], epochs=3, verbose=0, callbacks=[StopAtAccuracy(0.2)])
