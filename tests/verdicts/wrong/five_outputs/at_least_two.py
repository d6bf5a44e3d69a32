# verdict: less
# breaks: "returns how many outputs a network must have at least": for labels that are all 0 one output is enough, and this says 2.
# keeps: the exception, and outputs_needed for all labels that contain a 1 or more
# why: the student thinks that a classifier has at least two classes
import tensorflow as tf


def error_with_five_outputs(images, labels):
    """Train a network with five outputs, and return the exception that this raises."""
    network = tf.keras.Sequential(
        [
            tf.keras.layers.Flatten(),
            tf.keras.layers.Dense(64, activation="relu"),
            tf.keras.layers.Dense(5, activation="softmax"),
        ]
    )
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    try:
        network.fit(images, labels, verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    # fewer than two classes would not be a classification
    return max(2, int(max(labels)) + 1)
