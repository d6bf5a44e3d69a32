# verdict: less
# fails: results_are_complete
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew
# breaks: "Its keys are the widths themselves": the keys are texts such as "16 neurons"
# keeps: build_model is right; the four numbers of each width are right
# why: wrong key, made it nice to read for printing
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    l1 = tf.keras.layers.Flatten()
    l2 = tf.keras.layers.Dense(neurons, activation="relu")
    l3 = tf.keras.layers.Dense(10, activation="softmax")
    m = tf.keras.Sequential([l1, l2, l3])
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    result = {}
    for width in widths:
        m = build_model(width)
        start = time.perf_counter()
        h = m.fit(images, labels, epochs=3)
        end = time.perf_counter()
        key = str(width) + " neurons"
        result[key] = {
            "loss": h.history["loss"][-1],
            "accuracy": h.history["accuracy"][-1],
            "parameters": m.count_params(),
            "seconds": end - start,
        }
        print(key, result[key])
    return result
