# verdict: full
# why: fills four separate lists and puts the dictionary together at the end by index; long-winded but complete
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    m = tf.keras.Sequential()
    m.add(tf.keras.layers.Flatten())
    m.add(tf.keras.layers.Dense(neurons, activation="relu"))
    m.add(tf.keras.layers.Dense(10, activation="softmax"))
    m.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return m


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    losses = []
    accuracies = []
    parameters = []
    times = []
    for i in range(len(widths)):
        width = widths[i]
        print("now width", width)
        m = build_model(width)
        begin = time.time()
        h = m.fit(images, labels, epochs=3)
        end = time.time()
        loss_list = h.history["loss"]
        accuracy_list = h.history["accuracy"]
        losses.append(loss_list[2])
        accuracies.append(accuracy_list[2])
        parameters.append(m.count_params())
        times.append(end - begin)
    answer = {}
    for i in range(len(widths)):
        answer[widths[i]] = {}
        answer[widths[i]]["loss"] = losses[i]
        answer[widths[i]]["accuracy"] = accuracies[i]
        answer[widths[i]]["parameters"] = parameters[i]
        answer[widths[i]]["seconds"] = times[i]
    return answer
