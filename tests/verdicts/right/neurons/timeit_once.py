# verdict: full
# why: timeit with number=1 times the one call of fit; the history is kept in a list by the timed lambda
import timeit

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    tf.keras.utils.set_random_seed(42)
    config = [
        tf.keras.layers.Flatten(name="flat"),
        tf.keras.layers.Dense(neurons, activation="relu", name="hidden"),
        tf.keras.layers.Dense(10, activation="softmax", name="classes"),
    ]
    net = tf.keras.Sequential(config)
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = {}
    for width in widths:
        net, kept = build_model(width), []
        seconds = timeit.timeit(
            lambda: kept.append(net.fit(images, labels, epochs=3, verbose=0)), number=1
        )
        (history,) = kept
        *_, loss = history.history["loss"]
        *_, accuracy = history.history["accuracy"]
        answer[width] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": net.count_params(),
            "seconds": seconds,
        }
    return answer
