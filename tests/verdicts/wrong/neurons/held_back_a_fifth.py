# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "trains it on all the images": validation_split=0.2 holds a fifth of them back
# keeps: build_model, one fit of three epochs, the four numbers and the keys
# why: adds validation_split to every fit by habit
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = tf.keras.Sequential(
        [
            tf.keras.Input(shape=(28, 28)),
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(
        optimizer=tf.keras.optimizers.Adam(),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    out = {}
    for width in widths:
        net = build_model(width)
        begin = time.perf_counter()
        h = net.fit(images, labels, epochs=3, validation_split=0.2, verbose=0).history
        end = time.perf_counter()
        out[width] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": end - begin,
        }
    return out
