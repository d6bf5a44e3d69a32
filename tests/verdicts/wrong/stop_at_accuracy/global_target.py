# verdict: less
# fails: starts_afresh
# passes: stops_at, survives_missing, fit_goes_on_below
# breaks: "callbacks with other targets may exist beside it": the target is one global variable, the newest callback changes it for all
# keeps: a single callback works, with message, equality and missing logs
# why: did not know self.target, used a global
import tensorflow as tf

accuracy_target = 0.85


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        global accuracy_target
        accuracy_target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None:
            return
        if "accuracy" in logs:
            if logs["accuracy"] >= accuracy_target:
                print("accuracy", logs["accuracy"], "reached the target", accuracy_target, "- stop")
                self.model.stop_training = True
