# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, parameters_are_counted, seconds_are_measured, wider_model_fits_better
# breaks: it must train "on all the images"; validation_split=0.1 holds back a tenth
# keeps: build_model is right; the keys and kinds of results are right
# why: added a validation split out of habit
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    inputs = tf.keras.layers.Input((28, 28))
    x = tf.keras.layers.Flatten()(inputs)
    x = tf.keras.layers.Dense(neurons, activation="relu")(x)
    x = tf.keras.layers.Dense(10, activation="softmax")(x)
    model = tf.keras.Model(inputs, x)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    for width in widths:
        model = build_model(width)
        start = time.time()
        history = model.fit(images, labels, epochs=3, validation_split=0.1, verbose=0)
        results[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": time.time() - start,
        }
    return results
