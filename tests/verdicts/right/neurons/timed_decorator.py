# verdict: full
# why: a decorator measures the time; which numbers to take from the history stands in a dictionary filled by set-up calls

# %%
import functools
import time

import tensorflow as tf


def timed(function):
    """The decorated function returns its result and the seconds that it took."""

    @functools.wraps(function)
    def measured(*args, **kwargs):
        start = time.perf_counter()
        result = function(*args, **kwargs)
        return result, time.perf_counter() - start

    return measured


# %%
TAKE = {}


def take(name, how):
    TAKE[name] = how


take("loss", lambda network, series: series["loss"][-1])
take("accuracy", lambda network, series: series["accuracy"][-1])
take("parameters", lambda network, series: network.count_params())

# %%
@timed
def train_three_epochs(network, images, labels):
    return network.fit(images, labels, epochs=3, verbose=0).history


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(len(CLASS_NAMES), activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        series, seconds = train_three_epochs(network, images, labels)
        results[width] = {name: how(network, series) for name, how in TAKE.items()}
        results[width]["seconds"] = seconds
    return results
