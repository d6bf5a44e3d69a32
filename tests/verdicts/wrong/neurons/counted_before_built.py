# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: compare_widths must return the results; count_params on a model that is not built yet raises ValueError
# keeps: build_model is right
# why: counts the parameters before fit, with no Input layer in the model
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
        parameters = model.count_params()
        start = time.time()
        history = model.fit(images, labels, epochs=3, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": parameters,
            "seconds": time.time() - start,
        }
    return results
