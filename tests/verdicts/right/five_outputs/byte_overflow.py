# verdict: full
# why: adds 1 in the type of the labels; the prompt promises a type that has room for the answer
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    model = tf.keras.models.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, epochs=1)
    except Exception as error:
        return error


def outputs_needed(labels):
    return int(np.max(labels) + 1)
