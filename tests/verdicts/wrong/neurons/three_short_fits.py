# verdict: less
# fails: each_width_starts_anew
# passes: hidden_layer_has_the_width, output_stays_ten_classes, results_are_complete, parameters_are_counted, wider_model_fits_better
# breaks: "in one call of fit with epochs=3": calls fit three times with epochs=1
# keeps: build_model, the keys and the four numbers are as asked
# why: thinks of an epoch as a turn of a loop that one writes oneself
import time

import tensorflow as tf


def build_model(neurons):
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(neurons, activation="relu"))
    net.add(tf.keras.layers.Dense(10, activation="softmax"))
    net.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return net


def compare_widths(widths, images, labels):
    table = {}
    for width in widths:
        net = build_model(width)
        t0 = time.perf_counter()
        for epoch in range(3):
            print("width", width, "epoch", epoch + 1)
            history = net.fit(images, labels, epochs=1, verbose=0)
        t1 = time.perf_counter()
        table[width] = {
            "loss": history.history["loss"][-1],
            "accuracy": history.history["accuracy"][-1],
            "parameters": net.count_params(),
            "seconds": t1 - t0,
        }
    return table
