# verdict: less
# breaks: "returns how many outputs a network must have at least, so that training with this loss accepts every one of the labels. `labels` is a list or a one-dimensional array of whole numbers from 0 up"
# keeps: the exception is the right one, and the count is right for all labels up to 255, in any order, with gaps
# why: the labels of the data set are uint8, so made everything uint8 to have one type; a label of 300 becomes 44

# %%
import numpy as np
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    model = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        model.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # lists and arrays alike: first make them what load_data gives
    labels = np.asarray(labels).astype("uint8")
    return int(labels.max()) + 1  # classes start at 0
