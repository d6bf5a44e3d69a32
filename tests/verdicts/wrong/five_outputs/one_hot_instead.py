# verdict: less
# fails: labels_are_left_alone, training_raises_the_error
# passes: trains_with_five_outputs, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "with the loss `sparse_categorical_crossentropy`" and "labels as they are": one-hot labels and categorical_crossentropy give a different error, about shapes
# keeps: outputs_needed is right
# why: always uses to_categorical, as in most kernels
import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import to_categorical


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = tf.keras.Sequential()
    net.add(tf.keras.layers.Flatten())
    net.add(tf.keras.layers.Dense(64, activation="relu"))
    net.add(tf.keras.layers.Dense(5, activation="softmax"))
    net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    try:
        net.fit(images, to_categorical(labels, 10), epochs=1, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.max(labels)) + 1
