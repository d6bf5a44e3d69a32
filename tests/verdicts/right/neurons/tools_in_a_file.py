# verdict: full
# why: the timing decorator is in a file written with %%writefile; the options of fit are a global dictionary that another cell completes
# %%
%%writefile width_timing.py
import time


class Timed:
    """Wraps a function; answers with its result and the seconds it took."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *args, **kwargs):
        begin = time.perf_counter()
        result = self.function(*args, **kwargs)
        return result, time.perf_counter() - begin

# %%
import tensorflow as tf

from width_timing import Timed

FIT_OPTIONS = dict(verbose=0)

# %%
FIT_OPTIONS["epochs"] = 3


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    fresh = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(len(CLASS_NAMES), activation="softmax"),
        ]
    )
    fresh.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return fresh


@Timed
def train_width(network, images, labels):
    return network.fit(images, labels, **FIT_OPTIONS).history


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    found = {}
    for width in widths:
        network = build_model(width)
        past, seconds = train_width(network, images, labels)
        found[width] = {
            "loss": past["loss"][-1],
            "accuracy": past["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": seconds,
        }
    return found
