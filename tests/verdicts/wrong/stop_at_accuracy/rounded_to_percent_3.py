# verdict: less
# breaks: it may stop only when the accuracy "reaches the target": rounded to two decimals, 0.8451 counts as 0.85, and training stops too early
# keeps: equality, None, missing accuracy, several callbacks; accuracies that are not just below the target
# why: compared the number as it is shown, with two decimals
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
        if logs is None:
            return
        if "accuracy" in logs:
            accuracy = round(float(logs["accuracy"]), 2)
            if accuracy >= self.target:
                print(f"Accuracy {accuracy} reached, training stops.")
                self.model.stop_training = True
