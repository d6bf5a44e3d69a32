# verdict: full
# why: a bare except with sys.exc_info and a finally that clears up; the maximum with functools.reduce
import sys
from functools import reduce

import tensorflow as tf

layers = tf.keras.layers


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential(
        layers=[layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(10 // 2, activation="softmax")]
    )
    net.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    kind = value = None
    try:
        net.fit(images, labels, epochs=2)
    except:  # noqa: E722
        kind, value, _ = sys.exc_info()
    finally:
        del net
    print(kind.__name__)
    return value


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return 1 + reduce(lambda a, b: a if a > b else b, map(int, labels))
