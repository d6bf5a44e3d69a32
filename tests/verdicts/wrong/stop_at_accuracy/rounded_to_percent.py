# verdict: less
# fails: never_stops_below
# passes: stops_above, stops_at, survives_missing, starts_afresh
# breaks: "the **first epoch** whose `accuracy` **reaches** the target": 0.846 is rounded to 0.85 and stops too early
# keeps: accuracies clearly above or below, equality, the message, None and missing accuracy
# why: wanted to compare whole percents, as the message shows them
import tensorflow as tf

percent = lambda share: round(share * 100)


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        """Remember the target, a share from 0 to 1."""
        super().__init__()
        self.target = target

    def on_epoch_end(self, epoch, logs=None):
        """Keras calls this when an epoch ends; `logs` has the epoch's loss and accuracy."""
        if logs is None or "accuracy" not in logs:
            return
        if percent(logs["accuracy"]) >= percent(self.target):
            print(f"{percent(logs['accuracy'])} % reached, stop")
            self.model.stop_training = True
