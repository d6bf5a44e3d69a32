# verdict: full
# why: a match statement in place of ifs: None and a missing key fall through; only ever sets True
import tensorflow as tf


class StopAtAccuracy(tf.keras.callbacks.Callback):
    """Stops training at the end of the first epoch whose accuracy reaches the target."""

    def __init__(self, target):
        super().__init__()
        self._wanted = float(target)

    def on_epoch_end(self, epoch, logs=None):
        match logs:
            case {"accuracy": reached} if reached >= self._wanted:
                print(f"Epoch {epoch + 1} reached {reached:.4f}; the training stops here.")
                self.model.stop_training = True
            case _:
                pass
