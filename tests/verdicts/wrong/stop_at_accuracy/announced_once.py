# verdict: less
# breaks: "it stops the training and says so in a message, with `print`", where "One callback may serve several trainings" (in the second training it stops without a word)
# keeps: stops at the right epoch in each training, equal is enough, None and missing accuracy go on, other callbacks are not undone
# why: wanted to be sure that the message is printed a single time, and did not think of a second training
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.announced = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            self.model.stop_training = True
            # do not repeat the message
            if not self.announced:
                print("Reached an accuracy of", self.target, "so training is stopped")
                self.announced = True
