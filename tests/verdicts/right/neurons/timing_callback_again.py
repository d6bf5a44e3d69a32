# verdict: full
# why: time and last numbers are noted by a callback of the student's own, not read from what fit returns; parameters are counted by hand; the numbers are the same
# %%
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    pixels = tf.keras.Input((28, 28))
    row = tf.keras.layers.Flatten()(pixels)
    hidden = tf.keras.layers.ReLU()(tf.keras.layers.Dense(neurons)(row))
    sums = tf.keras.layers.Dense(10)(hidden)
    network = tf.keras.Model(pixels, sums)
    network.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return network


# %%
class Notebook(tf.keras.callbacks.Callback):
    """Writes down what happened while a model was trained."""

    def on_train_begin(self, logs=None):
        self.began = time.perf_counter()

    def on_epoch_end(self, epoch, logs=None):
        self.last = dict(logs)

    def on_train_end(self, logs=None):
        self.page = {
            "loss": self.last["loss"],
            "accuracy": self.last["accuracy"],
            "parameters": sum(int(tf.size(w)) for w in self.model.get_weights()),
            "seconds": time.perf_counter() - self.began,
        }


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    pages = {}
    for width in widths:
        writer = Notebook()
        build_model(width).fit(images, labels, epochs=3, callbacks=[writer], verbose=0)
        pages[width] = writer.page
    return pages
