# verdict: full
# why: measures the time with a callback, counts the parameters from the weight arrays, and uses logits; the prompt fixes none of these ways

# %%
import time

import tensorflow as tf


class Stopwatch(tf.keras.callbacks.Callback):
    """Knows afterwards how long the training took."""

    seconds = 0.0

    def on_train_begin(self, logs=None):
        self.started = time.perf_counter()

    def on_train_end(self, logs=None):
        self.seconds = time.perf_counter() - self.started


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    layers = tf.keras.layers
    model = tf.keras.Sequential(
        [layers.Flatten(), layers.Dense(neurons), layers.ReLU(), layers.Dense(10)]
    )
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile("adam", loss, metrics=["accuracy"])
    return model


def one_width(width, images, labels):
    """Everything about a single width."""
    model, watch = build_model(width), Stopwatch()
    series = model.fit(images, labels, epochs=3, verbose=0, callbacks=[watch]).history
    return {
        **{name: series[name][-1] for name in ("loss", "accuracy")},
        "parameters": sum(array.size for array in model.get_weights()),
        "seconds": watch.seconds,
    }


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    return {width: one_width(width, images, labels) for width in widths}
