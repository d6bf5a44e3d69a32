# verdict: full
# why: keeps a list of all accuracies, emptied when a training begins, and looks at the last; serves several trainings
# %%
import tensorflow as tf

# %%
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
        if not logs or "accuracy" not in logs:
            return
        self.accuracies.append(float(logs["accuracy"]))
        last = self.accuracies[len(self.accuracies) - 1]
        if last >= self.target:
            print("Accuracies so far:", self.accuracies)
            print("That is enough, stop!")
            self.model.stop_training = True

# %%
stopper = StopAtAccuracy(0.85)
print(stopper.target, stopper.accuracies)
