# verdict: less
# fails: parameters_are_counted
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, seconds_are_measured, wider_model_fits_better
# breaks: "parameters" is "how many weights and biases the model has in all"; only the weight matrices are counted
# keeps: build_model is right; keys, loss, accuracy and seconds are right
# why: summed get_weights()[0] of each layer and forgot the biases in [1]
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
        history = model.fit(images, labels, epochs=3, verbose=0)
        stop = time.time()
        parameters = 0
        for layer in model.layers:
            if layer.get_weights():
                parameters += layer.get_weights()[0].size
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": parameters,
            "seconds": stop - start,
        }
    return results
