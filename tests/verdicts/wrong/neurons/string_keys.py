# verdict: less
# fails: results_are_complete
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew
# breaks: "Its keys are the widths themselves": the keys are strings such as "16"
# keeps: build_model is right; the four numbers of each width are right
# why: keys made with an f-string, for printing
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        h = model.fit(images, labels, epochs=3, verbose=0).history
        results[f"{width}"] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "seconds": time.time() - start,
            "parameters": model.count_params(),
        }
    return results
