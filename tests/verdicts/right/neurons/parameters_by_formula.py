# verdict: full
# why: ReLU as a layer of its own, the history read from the model, and the parameters computed by hand from the sizes: (pixels + 1) * n + (n + 1) * 10
import time

import tensorflow as tf


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons),
            tf.keras.layers.Activation("relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(
        loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"]
    )
    return model


def number_of_parameters(pixels, neurons, classes=10):
    weights = pixels * neurons + neurons * classes
    biases = neurons + classes
    return weights + biases


def compare_widths(widths, images, labels):
    results = {}
    pixels = images.shape[1] * images.shape[2]
    for neurons in widths:
        model = build_model(neurons)
        before = time.perf_counter()
        model.fit(images, labels, epochs=3, verbose=0)
        after = time.perf_counter()
        *_, last_loss = model.history.history["loss"]
        *_, last_accuracy = model.history.history["accuracy"]
        results[neurons] = {
            "loss": last_loss,
            "accuracy": last_accuracy,
            "parameters": number_of_parameters(pixels, neurons),
            "seconds": after - before,
        }
    return results
