# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "a **new** ... model": all models share one output layer object, so the second width crashes with a wrong shape
# keeps: the first model that is built is as asked for
# why: made the layers that do not change once, in a set-up cell

# %%
import time

import tensorflow as tf

flat = tf.keras.layers.Flatten()
output = tf.keras.layers.Dense(10, activation="softmax")

# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    hidden = tf.keras.layers.Dense(neurons, activation="relu")
    network = tf.keras.Sequential([flat, hidden, output])
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        network = build_model(width)
        start = time.time()
        history = network.fit(images, labels, epochs=3)
        seconds = time.time() - start
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": seconds,
        }
    return results
