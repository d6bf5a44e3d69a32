# verdict: less
# fails: results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes
# breaks: `"accuracy"` of the last epoch: the history has no key "acc", so compare_widths raises KeyError
# keeps: build_model is right
# why: the key was "acc" in TensorFlow 1
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.models.Sequential([
        tf.keras.layers.Flatten(input_shape=(28, 28)),
        tf.keras.layers.Dense(neurons, activation=tf.nn.relu),
        tf.keras.layers.Dense(10, activation=tf.nn.softmax),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for n in widths:
        m = build_model(n)
        t0 = time.time()
        history = m.fit(images, labels, epochs=3)
        t1 = time.time()
        results[n] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["acc"][-1],
            "parameters": m.count_params(),
            "seconds": t1 - t0,
        }
    return results
