# verdict: less
# fails: seconds_are_measured
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, each_width_starts_anew, last_loss_and_accuracy_are_reported, parameters_are_counted, wider_model_fits_better
# breaks: "seconds: how long its training took": the clock starts before the loop, so every width also counts the time of all widths before it
# keeps: build_model, keys, loss, accuracy, parameters; the seconds of the first width
# why: wrote `start = ...` above the for instead of in it
import time

import tensorflow as tf


def build_model(neurons):
    model = tf.keras.Sequential([
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(neurons, activation="relu"),
        tf.keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    start = time.perf_counter()
    results = {}
    for width in widths:
        model = build_model(width)
        series = model.fit(images, labels, epochs=3, verbose=0).history
        results[width] = {
            "loss": series["loss"][-1],
            "accuracy": series["accuracy"][-1],
            "parameters": model.count_params(),
            "seconds": time.perf_counter() - start,
        }
    return results
