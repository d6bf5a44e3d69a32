# verdict: full
# why: prints a table, draws the accuracies as bars, runs through the history to find the last numbers; returns what is asked
import time

import matplotlib.pyplot as plt
import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model_n = tf.keras.Sequential()
    model_n.add(tf.keras.Input(shape=(28, 28)))
    model_n.add(tf.keras.layers.Flatten())
    model_n.add(tf.keras.layers.Dense(neurons, activation="relu"))
    model_n.add(tf.keras.layers.Dense(10, activation="softmax"))
    model_n.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model_n.summary()
    return model_n


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    results = {}
    heights = []
    names = []
    for neurons in widths:
        model_n = build_model(neurons)
        parameters = model_n.count_params()
        start = time.time()
        history = model_n.fit(images, labels, epochs=3)
        seconds = time.time() - start
        for value in history.history["loss"]:
            loss = value
        for value in history.history["accuracy"]:
            accuracy = value
        print("neurons    ", neurons)
        print("loss       ", loss)
        print("accuracy   ", accuracy)
        print("parameters ", parameters)
        print("seconds    ", seconds)
        results[neurons] = {
            "loss": loss, "accuracy": accuracy, "parameters": parameters, "seconds": seconds
        }
        heights.append(accuracy)
        names.append(str(neurons))
    plt.figure()
    plt.bar(names, heights)
    plt.xlabel("neurons")
    plt.ylabel("accuracy")
    plt.show()
    return results
