# verdict: less
# breaks: "One callback may serve several trainings" and "At the **end of the first epoch** whose `accuracy` **reaches** the target (equal is enough), it stops the training"
# keeps: equal is enough, missing logs, no undoing of other stops, several trainings that begin with epoch 0
# why: remembers that it has stopped, and forgets it in epoch 0; a training that goes on with fit(..., initial_epoch=3) has no epoch 0, so it is never stopped

# %%
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.done = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if epoch == 0:
            self.done = False  # a new training begins
        accuracy = (logs or {}).get("accuracy")
        if accuracy is None or self.done:
            return
        if accuracy >= self.target:
            self.done = True  # so that the message comes only once
            self.model.stop_training = True
            print("Reached", self.target, "- training stops")
