# verdict: full
# why: keeps a log of accuracies, cleared when a training begins, and decides from its last entry; more than asked, but no less
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.accuracies = []

    def on_train_begin(self, logs=None):
        self.accuracies = []

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        logs = {} if logs is None else dict(logs)
        if "accuracy" in logs:
            self.accuracies.append(logs["accuracy"])
            if self.accuracies[-1] >= self.target:
                self.stop()

    def stop(self):
        self.model.stop_training = True
        print(f"Stopped after {len(self.accuracies)} epochs at {self.accuracies[-1]:.2%}")


# %%
small = tf.keras.Sequential(
    [
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(32, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ]
)
small.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
