# verdict: less
# fails: results_are_complete
# passes: hidden_layer_has_the_width, output_stays_ten_classes, each_width_starts_anew
# breaks: "Its keys are the widths themselves": the keys are text such as "16"
# keeps: build_model is right, and so are the four numbers
# why: a web developer, to whom the keys of a dictionary are strings as in JSON
import time

import tensorflow as tf


def build_model(neurons):
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(neurons, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    response = {}
    for w in widths:
        net = build_model(w)
        start = time.time()
        h = net.fit(images, labels, epochs=3, verbose=0).history
        response[f"{w}"] = {
            "loss": h["loss"][-1],
            "accuracy": h["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": time.time() - start,
        }
    return response
