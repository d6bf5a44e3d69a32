# verdict: less
# fails: error_is_returned
# passes: trains_with_five_outputs, labels_are_left_alone, training_raises_the_error, counts_outputs, counts_outputs_despite_gaps, counts_outputs_of_lists
# breaks: "the object that you caught, not its text"
# keeps: outputs_needed is right
# why: wanted to see the message, so made a string of it
import numpy as np
import tensorflow as tf
from tensorflow import keras


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    net = keras.Sequential()
    net.add(keras.layers.Flatten())
    net.add(keras.layers.Dense(64, activation="relu"))
    net.add(keras.layers.Dense(5, activation="softmax"))
    net.compile("adam", "sparse_categorical_crossentropy")
    try:
        net.fit(images, labels, epochs=1, verbose=0)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(np.amax(labels)) + 1
