# verdict: less
# fails: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: "returns a new, compiled model": Adam does not know the argument lr any more, ValueError
# keeps: nothing, since compare_widths needs build_model
# why: lr= from an old tutorial; it is learning_rate= now
import time

import tensorflow as tf
from tensorflow import keras


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    net = keras.Sequential()
    net.add(keras.layers.Flatten())
    net.add(keras.layers.Dense(neurons, activation="relu"))
    net.add(keras.layers.Dense(10, activation="softmax"))
    opt = keras.optimizers.Adam(lr=0.001)
    net.compile(loss="sparse_categorical_crossentropy", optimizer=opt, metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    out = {}
    for w in widths:
        net = build_model(w)
        start = time.perf_counter()
        h = net.fit(images, labels, epochs=3, verbose=0).history
        out[w] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.perf_counter() - start,
        }
    return out
