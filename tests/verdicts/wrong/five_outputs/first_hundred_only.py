# verdict: less
# breaks: "calls `fit` with all the images and labels as they are": only the first hundred are used, among which a label above 4 may be missing
# keeps: outputs_needed; the network itself
# why: the student shortens the experiment because it fails anyway
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
        network.fit(images[:100], labels[:100], verbose=0)
    except Exception as error:
        return error


def outputs_needed(labels):
    """Return the smallest number of outputs that suits these labels."""
    return int(max(labels)) + 1
