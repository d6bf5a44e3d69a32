# verdict: less
# fails: seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, wider_model_fits_better
# breaks: "how long its training took": the clock starts once before the loop, later widths include the earlier ones
# keeps: build_model; loss, accuracy, parameters, keys; the seconds of the first width
# why: put the start of the clock above the loop

# %%
import time

import tensorflow as tf

clock = {}


def start_clock():
    clock["start"] = time.perf_counter()


def read_clock():
    return time.perf_counter() - clock["start"]


# %%
def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return network


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    start_clock()
    for width in widths:
        network = build_model(width)
        history = network.fit(images, labels, epochs=3, verbose=0).history
        results[width] = {
            "loss": history["loss"][-1],
            "accuracy": history["accuracy"][-1],
            "parameters": network.count_params(),
            "seconds": read_clock(),
        }
    return results
