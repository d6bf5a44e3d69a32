# verdict: less
# breaks: "`"loss"` and `"accuracy"`: those of training, in the last epoch, as the history of `fit` has them"
# keeps: the models, their training, the parameters, the seconds and the keys
# why: thought that evaluate on the same images gives the same numbers as the history
import time

import tensorflow as tf


def build_model(neurons):
    """Return a new compiled model with one hidden layer of `neurons` neurons."""
    model = tf.keras.models.Sequential()
    model.add(tf.keras.layers.Flatten())
    model.add(tf.keras.layers.Dense(neurons, activation=tf.nn.relu))
    model.add(tf.keras.layers.Dense(10, activation=tf.nn.softmax))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def compare_widths(widths, images, labels):
    """Train a new model of each width; return what became of each, by width."""
    answer = {}
    for w in widths:
        m = build_model(w)
        t0 = time.time()
        m.fit(images, labels, epochs=3, verbose=0)
        t1 = time.time()
        loss, accuracy = m.evaluate(images, labels, verbose=0)
        answer[w] = {
            "loss": loss,
            "accuracy": accuracy,
            "parameters": m.count_params(),
            "seconds": t1 - t0,
        }
    return answer
