# verdict: full
# why: reads the outputs with a callback during predict (on_predict_batch_end) and ignores what predict returns; the prompt leaves the way open
import numpy as np
import tensorflow as tf


class OutputCatcher(tf.keras.callbacks.Callback):
    """Keeps the outputs of every batch that the network answers."""

    def __init__(self):
        super().__init__()
        self.batches = []

    def on_predict_batch_end(self, batch, logs=None):
        self.batches.append(np.asarray(logs["outputs"]))


def class_probabilities(model, images):
    """Return the ten probabilities that `model` gives for `images[0]`, shape (10,)."""
    catcher = OutputCatcher()
    model.predict(images[:1], verbose=0, callbacks=[catcher])
    return catcher.batches[0][0]


def predicted_class(model, images):
    """Return the class, 0 to 9, that `model` predicts for `images[0]`."""
    return class_probabilities(model, images).argmax()
