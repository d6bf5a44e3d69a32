# verdict: less
# breaks: "stops the training and says so in a message" and "One callback may serve several trainings": from the second training on it stops without a message
# keeps: stops every training rightly; the message of the first
# why: wanted the message to appear once and never puts the mark back
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target
        self.said = False

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if not logs or "accuracy" not in logs:
            return
        if logs["accuracy"] >= self.target:
            if not self.said:
                print(f"\nReached {self.target:.0%} accuracy, stopping.")
                self.said = True
            self.model.stop_training = True
