# verdict: full
# why: the class is written with an empty method, and a later cell puts the real method into it (monkey-patching)

# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        raise NotImplementedError  # next cell


# %%
print(StopAtAccuracy(0.85).target)

# %%
def stop_when_good_enough(self, epoch, logs=None):
    """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
    if logs is None or "accuracy" not in logs:
        return
    if logs["accuracy"] >= self.target:
        print("The accuracy is", logs["accuracy"], "- good enough, training stops")
        self.model.stop_training = True


StopAtAccuracy.on_epoch_end = stop_when_good_enough

# %%
fresh = tf.keras.models.clone_model(model)
fresh.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
fresh.fit(train_images[:2000], train_labels[:2000], epochs=4, callbacks=[StopAtAccuracy(0.6)])
