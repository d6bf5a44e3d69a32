# verdict: less
# fails: hidden_layer_has_the_width
# passes: output_stays_ten_classes, results_are_complete, last_loss_and_accuracy_are_reported, seconds_are_measured
# breaks: the hidden layer must have "that many neurons"; build_model ignores its argument and makes 128 each time
# keeps: compare_widths has the right form, keys, last epoch, seconds; the model is otherwise as asked
# why: copy-paste from the introduction, forgot to put in the variable
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(128, activation="relu"),
            tf.keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    dictionary = {}
    for number in widths:
        net = build_model(number)
        started = time.time()
        hist = net.fit(images, labels, epochs=3).history
        took = time.time() - started
        last_loss = hist["loss"][len(hist["loss"]) - 1]
        last_accuracy = hist["accuracy"][len(hist["accuracy"]) - 1]
        dictionary[number] = {"loss": last_loss, "accuracy": last_accuracy,
                              "parameters": net.count_params(), "seconds": took}
    return dictionary
