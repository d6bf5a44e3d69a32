# verdict: less
# breaks: "calls `fit` with all the images and labels as they are": it fits the first 500 only, and where those are all of classes 0 to 4 nothing is raised and None returned.
# keeps: the network, the exception wherever the first 500 labels have a class above 4; outputs_needed
# why: the error comes at once, so a part of the images seemed enough
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
    network.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
    caught = None
    try:
        network.fit(images[:500], labels[:500], epochs=1, verbose=0)
    except Exception as error:
        caught = error
    return caught


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
