# verdict: full
# why: the losses come from an own callback and not from the history; a LambdaCallback-like list append
import tensorflow as tf


class LossDiary(tf.keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.pages = []

    def on_epoch_end(self, epoch, logs=None):
        self.pages.append(logs["loss"])


class Experiment:
    """Calling it trains a new network on the given pixels and returns the diary's pages."""

    def __init__(self, labels, seed=0):
        self.labels, self.seed = labels, seed

    def __call__(self, pixels):
        tf.keras.utils.set_random_seed(self.seed)
        inputs = tf.keras.Input((28, 28))
        x = tf.keras.layers.Flatten()(inputs)
        x = tf.keras.layers.Dense(128, activation="relu")(x)
        net = tf.keras.Model(inputs, tf.keras.layers.Dense(10, activation="softmax")(x))
        net.compile(optimizer="adam", loss=tf.keras.losses.SparseCategoricalCrossentropy())
        net.fit(pixels, self.labels, epochs=3, verbose=0, callbacks=[diary := LossDiary()])
        return diary.pages


def compare_scaling(images, labels):
    """Train on raw and on scaled pixels; return the losses of both, an epoch at a time."""
    experiment = Experiment(labels)
    return {"raw": experiment(images * 1.0), "scaled": experiment(images / 255.0)}
